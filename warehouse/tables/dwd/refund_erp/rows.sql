-- dwd.refund_erp: one row per after-sale of the hub, and one per paid order that was cancelled, which gave back all of it. Of
-- the hub's shops only those listed in `own_shops` are taken: what a platform tells of itself counts there. An after-sale
-- knows better than a cancelled order, so each puts a closed row of higher rank in its place. 换货, 补发, 维修 move no money.
with
cancelled as (
    select
        o_id as refund_no, o_id, shop_id, coalesce(try_cast(modified as timestamp), try_cast(created as timestamp)) as applied_at,
        coalesce(try_cast(modified as timestamp), try_cast(created as timestamp)) as told_at, 'SUCCEEDED' as status,
        cast(100 * try_cast(pay_amount as decimal(18, 2)) as bigint) as fen, 1 as source_rank, _drop_date as drop_date,
        _file as file
    from ods.erp_order
    where status in ('Cancelled', 'Delete') and pay_date is not null and try_cast(pay_amount as decimal(18, 2)) > 0
),
aftersale as (
    select
        concat(o_id, ':', as_id) as case_no, o_id, shop_id,
        coalesce(try_cast(as_date as timestamp), try_cast(created as timestamp)) as applied_at,
        coalesce(try_cast(confirm_date as timestamp), try_cast(modified as timestamp)) as succeeded_at,
        try_cast(modified as timestamp) as modified_at,
        case when status in ('Cancelled', 'Delete', 'Merged') or shop_status = 'CLOSED' then 'CLOSED'
            when status = 'Confirmed' and coalesce(shop_status, 'SUCCESS') = 'SUCCESS' then 'SUCCEEDED' else 'APPLIED'
        end as status,
        cast(100 * try_cast(refund as decimal(18, 2)) as bigint) as fen, 2 as source_rank, _drop_date as drop_date,
        _file as file
    from ods.erp_refund
    where coalesce(type, '') not in ('换货', '补发', '维修')
),
said as (
    select refund_no, o_id, shop_id, applied_at, told_at as succeeded_at, told_at as modified_at, status, fen, source_rank,
        drop_date, file
    from cancelled
    union all
    select case_no, o_id, shop_id, applied_at, succeeded_at, modified_at, status, fen, source_rank, drop_date, file
    from aftersale
    union all
    select o_id, o_id, shop_id, null, null, modified_at, 'CLOSED', 0L, 2, drop_date, file
    from aftersale
),
refund_erp as (
    select
        'erp' as platform, shop_id as shop_code, refund_no, o_id as order_no, 'public' as domain, 'erp' as channel,
        cast(null as string) as store_code, cast(null as string) as id_type, cast(null as string) as id_namespace,
        cast(null as string) as id_value, cast(null as string) as sku_code, cast(null as int) as quantity, applied_at,
        if(status = 'SUCCEEDED', succeeded_at, null) as succeeded_at, status, coalesce(fen, 0L) as refund_fen, modified_at,
        source_rank, drop_date, file
    from said
    where array_contains(split(cast(:own_shops as string), ','), shop_id)
)
select * from refund_erp
