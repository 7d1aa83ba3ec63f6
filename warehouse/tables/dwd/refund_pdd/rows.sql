-- dwd.refund_pdd: one row per after-sale of Pinduoduo, and one per order whose money is said to have gone back. The export
-- knows neither amount nor time of a refund: it is the whole payment, no later than the drop. An after-sale knows both, so
-- each puts a closed row of higher rank in the place of the export's; whichever lands first, the money counts once.
with
exported as (
    select
        order_no as refund_no, order_no, coalesce(sku_code, sku_id) as sku_code, quantity,
        cast(null as timestamp) as applied_at, cast(_drop_date as timestamp) as told_at, 'SUCCEEDED' as status,
        cast(100 * try_cast(paid_fee as decimal(18, 2)) as bigint) as fen, cast(_drop_date as timestamp) as modified_at,
        1 as source_rank, _drop_date as drop_date, _file as file
    from ods.pdd_export
    where paid_at is not null and (aftersale like '%退款成功%' or status like '%退款成功%' or status like '%取消%')
),
aftersale as (
    select
        concat(order_no, ':', aftersale_id) as case_no, order_no, coalesce(sku_code, sku_id) as sku_code, quantity,
        timestamp_seconds(try_cast(created_time as bigint)) as applied_at,
        timestamp_seconds(try_cast(updated_time as bigint)) as told_at,
        case when aftersale_status = '10' then 'SUCCEEDED' when aftersale_status in ('9', '11', '12', '13') then 'CLOSED'
            else 'APPLIED' end as status,
        cast(100 * try_cast(refund_amount as decimal(18, 2)) as bigint) as fen, 2 as source_rank, _drop_date as drop_date,
        _file as file
    from ods.pdd_aftersale
    where coalesce(aftersale_type, '2') not in ('4', '5', '6')
),
said as (
    select * from exported
    union all
    select case_no, order_no, sku_code, quantity, applied_at, told_at, status, fen, told_at, source_rank, drop_date, file
    from aftersale
    union all
    select order_no, order_no, null, null, null, null, 'CLOSED', 0L, told_at, 2, drop_date, file
    from aftersale
),
refund_pdd as (
    select
        'pdd' as platform, :shop as shop_code, refund_no, order_no, 'public' as domain, 'pdd' as channel,
        cast(null as string) as store_code, cast(null as string) as id_type, cast(null as string) as id_namespace,
        cast(null as string) as id_value, sku_code, try_cast(quantity as int) as quantity, applied_at,
        if(status = 'SUCCEEDED', told_at, null) as succeeded_at, status, coalesce(fen, 0L) as refund_fen, modified_at,
        source_rank, drop_date, file
    from said
)
select * from refund_pdd
