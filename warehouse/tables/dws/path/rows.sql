-- dws.path: one row per conversion, and one per customer and month whose touches no order followed (so far).
-- A touch may lie on the paths of several conversions: each looks back on its own.
with
sought as (
    select * from dws.conversion
    where converted_date >= add_months(trunc(:business_date, 'month'), -cast(:months as int))
),
met as (
    select
        c.conversion_uid as journey_uid, c.conversion, t.touch_uid, struct(t.touch_at, t.touch_uid, t.step, t.campaign) as touch,
        row_number() over (partition by c.conversion_uid order by t.touch_at desc, t.touch_uid desc) as back
    from sought as c
    join dws.path_touch as t on t.oneid = c.oneid and t.touch_at <= c.converted_at and t.holds_until >= c.converted_at
),
walked as (
    select journey_uid, array_sort(collect_list(touch)) as touched
    from met
    where back <= :most_touches
    group by journey_uid
),
idle as (
    select
        oneid, cast(trunc(touch_date, 'month') as date) as month,
        transform(slice(sort_array(collect_list(struct(touch_at, touch_uid, step)), false), 1, cast(:most_touches as int)),
            t -> t.step) as newest
    from dws.path_touch as t
    left anti join (select touch_uid from met where conversion <> 'membership') as m on m.touch_uid = t.touch_uid
    where touch_date >= add_months(trunc(:business_date, 'month'), -cast(:months as int))
    group by oneid, trunc(touch_date, 'month')
),
journey as (
    select
        conversion_uid as journey_uid, conversion, oneid, cast(trunc(converted_date, 'month') as date) as month,
        converted_at, converted_date, sale_domain, sale_channel, store_code, net_fen,
        if(touched is null, 0, size(touched)) as touches,
        coalesce(transform(touched, t -> t.step), array(if(oneid is null, 'none:anonymous', 'none:direct'))) as steps,
        coalesce(array_join(transform(touched, t -> t.campaign), ' > '), '-') as campaigns
    from sought
    left join walked on walked.journey_uid = sought.conversion_uid
    union all
    select
        concat('none:', oneid, ':', date_format(month, 'yyyy-MM')), 'none', oneid, month, null, null, null, null, null, 0L,
        size(newest), reverse(newest), null
    from idle
),
path as (
    select
        journey_uid, conversion, oneid, month, converted_at, converted_date, sale_domain, sale_channel, store_code, net_fen,
        touches, array_join(steps, ' > ') as path, campaigns,
        array_join(filter(steps, (s, i) -> i = 0 or s <> steps[i - 1]), ' > ') as exposure_path,
        array_join(array_distinct(steps), ' > ') as first_path,
        array_join(array_sort(array_distinct(steps)), ' > ') as unique_path
    from journey
)
select * from path
