-- dws.customer_lifetime: one row per customer with a paid valid order or a successful refund.
with
customer_lifetime as (
    select
        oneid,
        min(business_date) filter (where orders > 0) as first_paid_date,
        max(business_date) filter (where orders > 0) as last_paid_date,
        min_by(domain, struct(business_date, domain)) filter (where orders > 0) as first_domain,
        cast(sum(orders) as int) as orders,
        sum(pay_fen) as pay_fen,
        sum(refund_fen) as refund_fen,
        sum(net_fen) as net_fen
    from dws.customer_day
    group by oneid
)
select * from customer_lifetime
