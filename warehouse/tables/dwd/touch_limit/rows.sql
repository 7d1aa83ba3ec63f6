-- dwd.touch_limit: one row per limit and first day; the newest list wins.
with
newest as (
    select
        *,
        to_date(replace(valid_from, '/', '-'), 'yyyy-M-d') as begins,
        row_number() over (partition by channel, scope, per, to_date(replace(valid_from, '/', '-'), 'yyyy-M-d')
            order by _drop_date desc, _file desc, _row_no desc) as age
    from ods.touch_limit
),
touch_limit as (
    select
        channel,
        scope,
        per as period,
        cast(most as int) as most,
        begins as valid_from,
        coalesce(to_date(replace(valid_to, '/', '-'), 'yyyy-M-d'), date'9999-12-31') as valid_to
    from newest
    where age = 1
)
select * from touch_limit
