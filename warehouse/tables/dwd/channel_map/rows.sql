-- dwd.channel_map: one row per code and first day; where rows of a code overlap, the later begins and the earlier ends.
with
newest as (
    select
        *,
        to_date(replace(valid_from, '/', '-'), 'yyyy-M-d') as begins,
        coalesce(to_date(replace(valid_to, '/', '-'), 'yyyy-M-d'), date'9999-12-31') as ends,
        row_number() over (partition by code, to_date(replace(valid_from, '/', '-'), 'yyyy-M-d')
            order by _drop_date desc, _file desc, _row_no desc) as age
    from ods.channel_map
),
followed as (
    select
        *,
        lead(begins) over (partition by code order by begins) as next_begins,
        max(ends) over (partition by code order by begins rows between unbounded preceding and 1 preceding) as told_before
    from newest
    where age = 1
),
channel_map as (
    select
        code,
        channel,
        domain,
        campaign,
        begins as valid_from,
        least(ends, coalesce(date_sub(next_begins, 1), ends)) as valid_to,
        coalesce(told_before >= begins, false) or coalesce(ends >= next_begins, false) as is_reused
    from followed
)
select * from channel_map
