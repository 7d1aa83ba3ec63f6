-- dws.path_touch: one row per customer, campaign and day (per channel and day where no campaign is known): the earliest touch.
with
staff as (
    select oneid
    from dim.staff as s
    join dim.identity as i on i.id_type = 'openid_mp' and i.id_value = s.openid
),
touched as (
    select
        i.oneid, t.touch_uid, t.touch_at, t.touch_date, t.domain, t.channel, t.campaign,
        coalesce(own.days, others.days) as days
    from dwd.touch as t
    join dim.identity as i
        on i.id_type = t.id_type and i.id_namespace = t.id_namespace and i.id_value = t.id_value
            and t.touch_date >= i.valid_from and t.touch_date < coalesce(i.valid_to, date'9999-12-31')
    left join dim.look_back as own on own.action = t.action and own.channel = t.channel
    left join dim.look_back as others on others.action = t.action and others.channel = '*'
    where not t.is_bot and t.touch_date <= :business_date
),
placed as (
    select *, row_number() over (
        partition by oneid, touch_date, campaign, if(campaign is null, channel, null) order by touch_at, touch_uid) as place
    from touched
    left anti join staff using (oneid)
    where days is not null
),
path_touch as (
    select
        oneid, touch_uid, touch_at, touch_date, concat(domain, ':', translate(channel, '>:', '__')) as step,
        translate(coalesce(campaign, '-'), '>:', '__') as campaign,
        touch_at + make_dt_interval(days) as holds_until
    from placed
    where place = 1
)
select * from path_touch
