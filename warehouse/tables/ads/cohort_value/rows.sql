-- ads.cohort_value: one row per month and domain of first purchase and month since, up to the business date's month.
with
expected as (
    select
        cast(trunc(first_paid_date, 'month') as date) as cohort_month, first_domain as domain,
        sum(margin_365_fen) as margin_fen
    from dws.customer_worth
    join dws.customer_lifetime using (oneid)
    group by all
),
curve as (
    select
        c.cohort_month, c.domain, month_no, customers, c.net_fen, m.margin_fen,
        sum(c.net_fen) over so_far as net_total_fen, last_value(m.margin_total_fen, true) over so_far as margin_total_fen
    from ads.customer_cohort as c
    left join dws.cohort_margin as m
        on m.cohort_month = c.cohort_month and m.domain = c.domain and m.month = add_months(c.cohort_month, month_no)
    window so_far as (partition by c.cohort_month, c.domain order by month_no)
),
cohort_value as (
    select
        c.cohort_month, c.domain, month_no, customers, net_fen,
        if(margin_total_fen is null, null, coalesce(c.margin_fen, 0L)) as margin_fen, net_total_fen, margin_total_fen,
        cast(round(cast(net_total_fen as decimal(18, 0)) / customers) as bigint) as net_per_customer_fen,
        cast(round(cast(margin_total_fen as decimal(18, 0)) / customers) as bigint) as margin_per_customer_fen,
        ad_fen, ad_fen div customers as acquisition_fen, margin_total_fen / nullif(ad_fen, 0L) as payback_share,
        margin_total_fen >= nullif(ad_fen, 0L) as is_paid_back, e.margin_fen as expected_margin_fen
    from curve as c
    left join dws.ad_month as a on a.month = c.cohort_month and a.domain = c.domain
    left join expected as e on e.cohort_month = c.cohort_month and e.domain = c.domain
)
select * from cohort_value
