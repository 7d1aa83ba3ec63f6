-- dim.staff: one row per member of staff, as the newest list that has the person says.
with
newest as (
    select
        staff_no, max_by(_change, struct(_drop_date, _take)) as last_change,
        max_by(
            struct(name, phone, store_code, role, hired_on, left_on, wecom_userid, guide_no, openid),
            struct(_drop_date, _take)) filter (where _change = 'present') as seen
    from ods.staff
    group by staff_no
),
typed as (
    select
        staff_no, last_change, seen,
        cast(try_to_timestamp(replace(seen.left_on, '/', '-'), 'yyyy-M-d') as date) as left_date
    from newest
),
staff as (
    select
        staff_no,
        concat(left(seen.name, 1), repeat('*', length(seen.name) - 1)) as name,
        token('phone', nullif(regexp_extract(regexp_replace(seen.phone, '[^0-9]', ''), '^(?:86)?(1[3-9][0-9]{9})$', 1), ''))
            as phone,
        seen.store_code,
        coalesce(map('店长', 'manager', '导购', 'guide', '收银', 'cashier')[seen.role], 'other') as role,
        cast(try_to_timestamp(replace(seen.hired_on, '/', '-'), 'yyyy-M-d') as date) as hired_date,
        left_date,
        last_change <> 'gone' and coalesce(left_date > :business_date, true) as is_active,
        seen.wecom_userid,
        seen.guide_no,
        seen.openid
    from typed
)
select * from staff
