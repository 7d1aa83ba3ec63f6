-- scores.domain_total: one row per month and side of the scorecard whose domains do not sum to the days of ads.sales_day.
with
sold as (
    select trunc(business_date, 'month') as month, sum(net_fen) as sales_fen, sum(orders) as sales_orders
    from ads.sales_day
    group by all
),
carded as (
    select month, side, sum(net_fen) as net_fen, sum(orders) as orders
    from ads.domain_scorecard
    group by month, side
),
domain_total as (
    select
        month, side, coalesce(net_fen, 0L) as net_fen, coalesce(sales_fen, 0L) as sales_fen, coalesce(orders, 0L) as orders,
        coalesce(sales_orders, 0L) as sales_orders
    from carded
    full join sold using (month)
    where not (net_fen <=> sales_fen) or not (orders <=> sales_orders)
)
select * from domain_total
