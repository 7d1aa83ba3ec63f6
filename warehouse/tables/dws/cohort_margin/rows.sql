-- dws.cohort_margin: one row per month and domain of first purchase and month in which those customers bought or had money back.
with
sold as (
    select
        cast(trunc(c.first_paid_date, 'month') as date) as cohort_month, c.first_domain as domain,
        cast(trunc(d.business_date, 'month') as date) as month, sum(d.net_fen) as net_fen
    from dws.customer_day as d
    join dws.customer_lifetime as c on c.oneid = d.oneid and c.first_paid_date <= :business_date
    where d.business_date >= trunc(c.first_paid_date, 'month') and d.business_date <= :business_date
    group by all
),
cost as (
    select month, domain, goods_fen, costed_fen from dws.domain_cost where side = 'origin' and costed_fen > 0
),
usual as (
    select domain, sum(goods_fen) as goods_fen, sum(costed_fen) as costed_fen from cost group by domain
),
month as (
    select
        cohort_month, domain, month, net_fen,
        net_fen - cast(round(cast(net_fen as decimal(18, 0)) * coalesce(cost.goods_fen, usual.goods_fen)
            / coalesce(cost.costed_fen, usual.costed_fen)) as bigint) as margin_fen
    from sold
    left join cost using (month, domain)
    left join usual using (domain)
),
cohort_margin as (
    select
        cohort_month, domain, month, net_fen, margin_fen,
        sum(margin_fen) over (partition by cohort_month, domain order by month) as margin_total_fen
    from month
)
select * from cohort_margin
