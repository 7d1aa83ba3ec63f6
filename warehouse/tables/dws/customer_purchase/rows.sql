-- dws.customer_purchase: one row per customer and day with a paid valid order, or with a refund after one.
-- Days are brought together by customer once, for the sums as for what stands in their order.
with
together as (
    select * from dws.customer_day where business_date <= :business_date distribute by oneid
),
moved as (
    select
        oneid, business_date as moved_on, min(domain) filter (where orders > 0) as domain, sum(net_fen) as net_fen
    from together
    group by oneid, business_date
),
placed as (
    select
        oneid, max(if(domain is null, null, moved_on)) over (partition by oneid order by moved_on) as purchase_date,
        moved_on, domain, net_fen, first_value(domain, true) over (partition by oneid order by moved_on) as first_domain
    from moved
),
customer_purchase as (
    select * from placed where purchase_date is not null
)
select * from customer_purchase
