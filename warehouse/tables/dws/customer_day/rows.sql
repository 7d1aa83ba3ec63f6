-- dws.customer_day: one row per customer, business date and domain with a paid valid order or a successful refund.
with
paid_line as (
    select id_type, id_namespace, id_value, paid_date as business_date, domain, order_uid, pay_fen, 0L as refund_fen
    from dwd.order_line
    where is_valid_sale and paid_date between :reopened_from and :business_date
),
refunded as (
    select id_type, id_namespace, id_value, refund_date, domain, cast(null as string), 0L, refund_fen
    from dwd.refund_of_sale
    where refund_date between :reopened_from and :business_date
),
movement as (
    select * from paid_line
    union all
    select * from refunded
),
customer_day as (
    select
        oneid,
        business_date,
        domain,
        cast(count(distinct order_uid) as int) as orders,
        sum(pay_fen) as pay_fen,
        sum(refund_fen) as refund_fen,
        sum(pay_fen) - sum(refund_fen) as net_fen
    from movement
    join dim.identity_day using (id_type, id_namespace, id_value, business_date)
    group by oneid, business_date, domain
)
select * from customer_day
