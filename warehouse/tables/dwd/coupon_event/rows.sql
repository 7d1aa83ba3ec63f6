-- dwd.coupon_event: one row per step of a coupon, receipt and end; a use replaces the expiry that would have been.
with
coupon as (
    select
        *,
        try_to_timestamp(replace(received_at, '/', '-'), 'yyyy-M-d H:m[:s]') as received,
        try_to_timestamp(replace(ends_at, '/', '-'), 'yyyy-M-d H:m[:s]') as ends,
        if(use_status = '1', try_to_timestamp(replace(used_at, '/', '-'), 'yyyy-M-d H:m[:s]'), null) as used,
        coalesce(try_to_timestamp(replace(updated_at, '/', '-'), 'yyyy-M-d H:m[:s]'), _ingest_ts) as modified_at
    from ods.coupon
),
stepped as (
    select *, if(step = 1, received, coalesce(used, ends)) as event_at
    from coupon
    lateral view explode(array(1, 2)) s as step
),
coupon_event as (
    select
        coupon_code,
        step,
        case when step = 1 then 'receive' when used is not null then 'use' else 'expire' end as event,
        'member_id' as id_type,
        'crm' as id_namespace,
        if(step = 2 and used is not null, coalesce(used_by, member_id), member_id) as id_value,
        event_at,
        cast(event_at as date) as event_date,
        coupon_id,
        coupon_name,
        cast(round(try_cast(amount_yuan as decimal(14, 4)) * 100) as bigint) as amount_fen,
        cast(round(try_cast(min_yuan as decimal(14, 4)) * 100) as bigint) as min_fen,
        if(step = 2 and used is not null, order_sn, null) as order_no,
        issuing_store as store_code,
        member_id as received_by,
        cast(received as date) as received_date,
        coalesce(step = 2 and used is not null and used_by <> member_id, false) as is_given_on,
        coalesce(step = 2 and used > ends, false) as is_after_expiry,
        modified_at
    from stepped
    where event_at is not null
)
select * from coupon_event
