-- dim.store: one row per store, as the newest list that has it says.
with
newest as (
    select
        store_code, max_by(_change, struct(_drop_date, _take)) as last_change,
        max_by(
            struct(name, type, city, region, opened_on, closed_on, phone, pos_code, erp_code, youzan_offline_id, weimob_vid,
                tmall_store_id, wecom_dept_id),
            struct(_drop_date, _take)) filter (where _change = 'present') as seen
    from ods.store
    group by store_code
),
store as (
    select
        store_code,
        seen.name,
        map('直营', 'direct', '加盟', 'franchise', '联营', 'joint', '线上', 'online')[seen.type] as type,
        seen.city,
        seen.region,
        cast(try_to_timestamp(replace(seen.opened_on, '/', '-'), 'yyyy-M-d') as date) as opened_date,
        cast(try_to_timestamp(replace(seen.closed_on, '/', '-'), 'yyyy-M-d') as date) as closed_date,
        coalesce(cast(try_to_timestamp(replace(seen.closed_on, '/', '-'), 'yyyy-M-d') as date) > :business_date, true) as is_open,
        last_change <> 'gone' as is_listed,
        seen.phone, seen.pos_code, seen.erp_code, seen.youzan_offline_id, seen.weimob_vid, seen.tmall_store_id,
        seen.wecom_dept_id
    from newest
)
select * from store
