-- dwd.cost_ledger: one row per month, domain and category; of several lists that tell it the newest counts.
with
told as (
    select
        trunc(to_date(replace(month, '/', '-'), 'yyyy-M-d'), 'month') as month, domain, category,
        cast(round(try_cast(amount_yuan as decimal(18, 4)) * 100) as bigint) as cost_fen, _drop_date
    from ods.cost_ledger
),
newest as (
    select *, rank() over (partition by month, domain, category order by _drop_date desc) as age
    from told
    where cost_fen is not null
),
cost_ledger as (
    select month, domain, category, sum(cost_fen) as cost_fen
    from newest
    where age = 1
    group by month, domain, category
)
select * from cost_ledger
