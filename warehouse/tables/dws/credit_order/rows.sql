-- dws.credit_order: one row per order with a valid line paid by the business date.
with
refunded as (
    select order_uid, sum(refund_fen) as refund_fen
    from dwd.refund
    where refund_date <= :business_date and order_uid is not null
    group by order_uid
),
paid as (
    select
        order_uid, min(platform) as platform, min(shop_code) as shop_code, min(domain) as domain, min(store_code) as store_code,
        min(guide_no) as guide_no, min(private_guide_no) as private_guide_no, min(fulfil_store_code) as fulfil_store_code,
        min(struct(id_type, id_namespace, id_value)) as id, min(paid_at) as paid_at, min(paid_date) as paid_date,
        max(cast(finished_at as date)) filter (where cast(finished_at as date) <= :business_date) as finished_date,
        sum(pay_fen) as pay_fen
    from dwd.order_line
    where is_valid_sale and paid_date <= :business_date
    group by order_uid
),
credit_order as (
    select
        p.order_uid, platform, shop_code, domain, store_code, guide_no, private_guide_no, fulfil_store_code, oneid, paid_at,
        paid_date, finished_date, pay_fen, least(coalesce(refund_fen, 0L), pay_fen) as refund_fen
    from paid as p
    left join refunded as r on r.order_uid = p.order_uid
    left join dim.identity as i on i.id_type = p.id.id_type and i.id_namespace = p.id.id_namespace and i.id_value = p.id.id_value
        and p.paid_date >= i.valid_from and p.paid_date < coalesce(i.valid_to, date'9999-12-31')
)
select * from credit_order
