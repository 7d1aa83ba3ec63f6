-- scores.value_rate: one row per process of purchase, and one for all; customers of one true person alone.
with
owned as (
    select oneid, min(person) as person from scores.owned_node group by oneid having count(distinct person) = 1
),
valued as (
    select
        p.process, cast(p.rate_per_year as double) as planted, v.orders_365 as expected, v.alive,
        if(v.age_days = 0, 0, v.repeats * 365 / v.age_days) as naive,
        percent_rank() over (order by v.recency_days - v.age_days) + percent_rank() over (order by v.repeats)
            + percent_rank() over (order by v.spend_fen) as rfm
    from dws.customer_value as v
    join owned as o on o.oneid = v.oneid
    join truth.person as p on p.person = o.person
),
value_rate as (
    select
        coalesce(process, 'all') as process, count(*) as customers, round(avg(planted), 2) as planted_rate,
        round(avg(expected), 2) as expected_days, round(avg(naive), 2) as naive_days, round(avg(alive), 3) as alive,
        round(corr(expected, planted), 3) as expected_corr, round(corr(naive, planted), 3) as naive_corr,
        round(corr(rfm, planted), 3) as rfm_corr
    from valued
    group by grouping sets ((process), ())
)
select * from value_rate
