-- dws.domain_worth: one row per side, month and domain with a paid line. Margin of a cohort: its net sales of each month less the
-- share that goods cost in that month and domain of origin.
with
side_line as (
    select
        side, month, if(side = 'purchase', l.domain, coalesce(c.first_domain, 'unknown')) as domain, l.pay_fen,
        goods_fen
    from dws.costed_line as l
    left join dws.customer_lifetime as c on c.oneid = l.oneid
    lateral view explode(array('purchase', 'origin')) s as side
),
cost as (
    select side, month, domain, sum(goods_fen) as goods_fen, sum(if(goods_fen is null, 0L, pay_fen)) as costed_fen
    from side_line
    group by side, month, domain
),
cohort as (
    select
        trunc(c.first_paid_date, 'month') as month, c.first_domain as domain, trunc(d.business_date, 'month') as at,
        sum(d.net_fen) as net_fen
    from dws.customer_day as d
    join dws.customer_lifetime as c on c.oneid = d.oneid
    where d.business_date <= :business_date
    group by all
),
earned as (
    select
        cohort.month, cohort.domain, at,
        sum(net_fen - cast(net_fen as decimal(18, 0)) * goods_fen / nullif(costed_fen, 0L))
            over (partition by cohort.month, cohort.domain order by at) as margin_fen
    from cohort
    join cost on side = 'origin' and cost.month = at and cost.domain = cohort.domain
),
paid_back as (
    select 'origin' as side, month, domain, cast(min(months_between(at, month)) as int) + 1 as payback_months
    from earned
    join dws.ad_month using (month, domain)
    where margin_fen >= ad_fen and ad_fen > 0
    group by month, domain
),
domain_worth as (
    select side, month, domain, goods_fen, costed_fen, payback_months
    from cost
    left join paid_back using (side, month, domain)
)
select * from domain_worth
