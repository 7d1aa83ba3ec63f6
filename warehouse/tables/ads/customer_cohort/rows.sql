-- ads.customer_cohort: one row per month and domain of first purchase and month since, up to the business date's month.
with
buyer as (
    select oneid, trunc(first_paid_date, 'month') as cohort_month, first_domain as domain, first_paid_date
    from dws.customer_lifetime
    where first_paid_date <= :business_date
),
cohort as (
    select cohort_month, domain, cast(count(*) as int) as customers
    from buyer
    group by cohort_month, domain
),
cohort_month as (
    select *, explode(sequence(0, cast(months_between(trunc(:business_date, 'month'), cohort_month) as int))) as month_no
    from cohort
),
active as (
    select
        cohort_month, b.domain, cast(months_between(trunc(business_date, 'month'), cohort_month) as int) as month_no,
        cast(count(distinct if(orders > 0, oneid, null)) as int) as active_customers,
        cast(sum(orders) as int) as orders,
        sum(net_fen) as net_fen
    from dws.customer_day as d
    join buyer as b using (oneid)
    where business_date <= :business_date
    group by all
),
second as (
    select oneid, cohort_month, b.domain, min(business_date) as second_date
    from dws.customer_day as d
    join buyer as b using (oneid)
    where orders > 0 and business_date > first_paid_date and business_date <= :business_date
    group by all
),
repeated as (
    select
        cohort_month, domain, cast(months_between(trunc(second_date, 'month'), cohort_month) as int) as month_no,
        cast(count(*) as int) as new_repeaters
    from second
    group by all
),
customer_cohort as (
    select
        cohort_month,
        domain,
        month_no,
        customers,
        coalesce(active_customers, 0) as active_customers,
        cast(sum(coalesce(new_repeaters, 0)) over (partition by cohort_month, domain order by month_no) as int) as repeaters,
        coalesce(orders, 0) as orders,
        coalesce(net_fen, 0L) as net_fen,
        coalesce(active_customers, 0) / customers as retention,
        repeaters / customers as repurchase
    from cohort_month
    left join active using (cohort_month, domain, month_no)
    left join repeated using (cohort_month, domain, month_no)
)
select * from customer_cohort
