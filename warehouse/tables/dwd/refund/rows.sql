-- dwd.refund: one row per refund, and one per line of a store's return ticket; what the source does not say of the order (its
-- shop, buyer, pay date) is looked up each night, since an order may land after its refund and may change after it.
with
ordered as (
    select
        platform, shop_code, order_no, min(order_uid) as order_uid, min(channel) as channel, min(paid_date) as paid_date,
        sum(pay_fen + postage_fen) as pay_fen, min(struct(id_type, id_namespace, id_value)) as id
    from dwd.order_line
    left semi join dwd.refund_said using (platform, order_no)
    group by platform, shop_code, order_no
),
found as (
    select
        r.*, o.order_uid, o.channel as order_channel, o.paid_date, o.pay_fen, o.id,
        coalesce(r.shop_code, o.shop_code, if(r.platform = 'mall', 'own', 'unknown')) as shop
    from dwd.refund_said as r
    left join ordered as o
        on o.platform = r.platform and o.order_no = r.order_no and o.shop_code = coalesce(r.shop_code, o.shop_code)
),
refund as (
    select
        concat(platform, ':', shop, ':', refund_no) as refund_uid,
        coalesce(order_uid, concat(platform, ':', shop, ':', order_no)) as order_uid,
        platform, shop as shop_code, domain, coalesce(order_channel, channel) as channel, store_code,
        if(id_value is null, id.id_type, id_type) as id_type, if(id_value is null, id.id_namespace, id_namespace) as id_namespace,
        coalesce(id_value, id.id_value) as id_value, sku_code, quantity, applied_at, applied_date,
        succeeded_at, cast(succeeded_at as date) as refund_date, paid_date as order_paid_date,
        pay_fen as order_pay_fen, refund_fen, status, modified_at, source_rank
    from found
)
select * from refund
