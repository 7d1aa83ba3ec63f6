-- ads.value_portfolio: one row per month and domain of first purchase.
with
worth as (
    select
        cast(trunc(first_paid_date, 'month') as date) as first_month, l.first_domain as domain, sum(ltv_365_fen) as ltv_365_fen,
        count_if(is_top_expected) as top_expected, count_if(is_top_now) as top_now,
        count_if(is_top_expected and not is_top_now) as rising, count_if(is_top_now and not is_top_expected) as falling
    from dws.customer_worth
    join dws.customer_value using (oneid)
    join dws.customer_lifetime as l using (oneid)
    group by all
),
won as (
    select
        cohort_month as first_month, domain, customers, net_total_fen as net_fen, margin_total_fen as margin_fen,
        expected_margin_fen as margin_365_fen, ad_fen, acquisition_fen
    from ads.cohort_value
    where month_no = cast(months_between(trunc(:business_date, 'month'), cohort_month) as int)
),
value_portfolio as (
    select
        first_month, domain, customers, net_fen, margin_fen, coalesce(ltv_365_fen, 0L) as ltv_365_fen,
        cast(round(cast(coalesce(ltv_365_fen, 0L) as decimal(18, 0)) / customers) as bigint) as ltv_per_customer_fen,
        coalesce(ltv_365_fen, 0L) / nullif(value_fen, 0L) as ltv_share, margin_365_fen, ad_fen, acquisition_fen,
        (margin_fen + margin_365_fen) / nullif(ad_fen, 0L) as ltv_to_cost,
        cast(coalesce(top_expected, 0) as int) as top_expected_customers, cast(coalesce(top_now, 0) as int) as top_now_customers,
        cast(coalesce(rising, 0) as int) as rising_customers, cast(coalesce(falling, 0) as int) as falling_customers,
        sum(coalesce(ltv_365_fen, 0L)) over () as total_fen, value_fen
    from won
    left join worth using (first_month, domain)
    cross join (select coalesce(sum(ltv_365_fen), 0L) as value_fen from dws.customer_value)
)
select * from value_portfolio
