-- dwd.refund_said: one row per refund, and one per line of a store's return ticket, as its source tells it, whatever else has
-- landed. What stands on a row whose amounts nobody believes (dwd.order_refused) is no refund.
with
said as (
    select * from dwd.refund_pos
    union all
    select * from dwd.refund_online
    union all
    select * from dwd.refund_pdd
    union all
    select * from dwd.refund_weimob
    union all
    select * from dwd.refund_erp
),
refund_said as (
    select
        concat_ws(':', platform, shop_code, refund_no) as refund_key, platform, shop_code, refund_no, s.order_no, domain, channel,
        store_code, id_type, id_namespace, id_value, sku_code, quantity, applied_at,
        coalesce(cast(applied_at as date), drop_date) as applied_date, succeeded_at, refund_fen, status,
        coalesce(modified_at, cast(drop_date as timestamp)) as modified_at, source_rank
    from said as s
    left anti join dwd.order_refused as w on w.order_no = s.order_no and w.file = s.file
)
select * from refund_said
