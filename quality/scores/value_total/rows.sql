-- scores.value_total: one row per origin, days held out and model that was asked for.
with
bought as (
    select distinct buyer, to_date(substring(paid_at, 1, 10)) as day
    from truth.order
    where valid_sale = 'true' and paid_at is not null
),
first_bought as (
    select buyer, min(day) as first_day from bought group by buyer
),
origin as (
    select distinct origin_date, held_days from ads.value_backtest where slice = 'all'
),
truly as (
    select origin_date, held_days, count(*) as true_days
    from origin
    join first_bought on first_day <= origin_date
    join bought using (buyer)
    where day > origin_date and day <= date_add(origin_date, held_days)
    group by origin_date, held_days
),
value_total as (
    select
        held_days, origin_date, asked, model, reason, customers, round(predicted, 1) as predicted_days, actual as seen_days,
        coalesce(true_days, 0L) as true_days, bias, mae, rmse, gini, top_share, coverage_80
    from ads.value_backtest
    left join truly using (origin_date, held_days)
    where measure = 'orders' and slice = 'all'
)
select * from value_total
