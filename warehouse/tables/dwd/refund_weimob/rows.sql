-- dwd.refund_weimob: one row per after-sale of Weimob, and one per paid order that is closed. A closed order has given back
-- all that was paid, when it last changed; an after-sale knows better, so each puts a closed row of higher rank in its place.
-- Status numbers are the tenant's own: `closed` of orders, `refunded` and `refused` of after-sales, separated by commas.
with
ended as (
    select
        order_no as refund_no, order_no, vid, vid_number, wid, bos_id,
        timestamp_millis(try_cast(coalesce(update_time, create_time) as bigint)) as applied_at,
        timestamp_millis(try_cast(coalesce(update_time, create_time) as bigint)) as told_at, 'SUCCEEDED' as status,
        cast(100 * try_cast(pay_amount as decimal(18, 2)) as bigint) as fen, 1 as source_rank, _drop_date as drop_date,
        _file as file
    from ods.weimob_order
    where try_cast(pay_time as bigint) > 0 and array_contains(split(cast(:closed as string), ','), order_status)
),
rights as (
    select
        concat(order_no, ':', rights_id) as case_no, order_no, vid, wid, bos_id,
        timestamp_millis(try_cast(create_time as bigint)) as applied_at,
        timestamp_millis(try_cast(update_time as bigint)) as told_at,
        case when array_contains(split(cast(:refunded as string), ','), rights_status) then 'SUCCEEDED'
            when array_contains(split(cast(:refused as string), ','), rights_status) then 'CLOSED' else 'APPLIED' end as status,
        cast(100 * try_cast(refund_amount as decimal(18, 2)) as bigint) as fen, 2 as source_rank, _drop_date as drop_date,
        _file as file
    from ods.weimob_rights
),
said as (
    select * from ended
    union all
    select case_no, order_no, vid, null, wid, bos_id, applied_at, told_at, status, fen, source_rank, drop_date, file
    from rights
    union all
    select order_no, order_no, vid, null, null, null, null, told_at, 'CLOSED', 0L, 2, drop_date, file
    from rights
),
refund_weimob as (
    select
        'weimob' as platform, vid as shop_code, refund_no, order_no, 'private' as domain, 'mini_program' as channel,
        vid_number as store_code, if(wid is null, null, 'weimob_wid') as id_type,
        if(wid is null, null, coalesce(bos_id, 'weimob')) as id_namespace, wid as id_value, cast(null as string) as sku_code,
        cast(null as int) as quantity, applied_at, if(status = 'SUCCEEDED', told_at, null) as succeeded_at, status,
        coalesce(fen, 0L) as refund_fen, told_at as modified_at, source_rank, drop_date, file
    from said
)
select * from refund_weimob
