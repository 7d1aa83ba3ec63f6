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
        moved_on, domain, net_fen, first_value(domain, true) over (partition by oneid order by moved_on) as first_domain,
        min(if(domain is null, null, moved_on)) over (partition by oneid order by moved_on) as first_date,
        max(if(domain is null, null, moved_on)) over (partition by oneid order by moved_on
            rows between unbounded preceding and 1 preceding) as previous_date
    from moved
),
customer_purchase as (
    select
        oneid, purchase_date, moved_on, domain, net_fen, first_domain, first_date,
        if(domain is null, null, datediff(moved_on, previous_date)) as gap_days
    from placed
    where purchase_date is not null
)
select * from customer_purchase
