-- dim.store: one row per store, as the newest list says it.
with
newest as (
    select *, row_number() over (partition by store_code order by _drop_date desc, _file desc, _row_no desc) as age
    from ods.store
),
store as (
    select
        store_code,
        name,
        map('直营', 'direct', '加盟', 'franchise', '联营', 'joint', '线上', 'online')[type] as type,
        city,
        region,
        cast(try_to_timestamp(replace(opened_on, '/', '-'), 'yyyy-M-d') as date) as opened_date,
        cast(try_to_timestamp(replace(closed_on, '/', '-'), 'yyyy-M-d') as date) as closed_date,
        coalesce(closed_date > :business_date, true) as is_open
    from newest
    where age = 1
)
select * from store
