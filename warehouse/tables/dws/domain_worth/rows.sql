-- dws.domain_worth: one row per side, month and domain with a paid line.
with
paid_back as (
    select
        'origin' as side, cohort_month as month, m.domain,
        cast(min(months_between(m.month, cohort_month)) as int) + 1 as payback_months
    from dws.cohort_margin as m
    join dws.ad_month as a on a.month = cohort_month and a.domain = m.domain
    where margin_total_fen >= ad_fen and ad_fen > 0
    group by cohort_month, m.domain
),
domain_worth as (
    select side, month, domain, goods_fen, costed_fen, payback_months
    from dws.domain_cost
    left join paid_back using (side, month, domain)
)
select * from domain_worth
