-- dwd.campaign_cost: one row per campaign that the ledger names; of several lists that tell a month's category the newest counts.
with
told as (
    select
        *, rank() over (
            partition by trunc(to_date(replace(month, '/', '-'), 'yyyy-M-d'), 'month'), domain, category
            order by _drop_date desc) as age
    from ods.cost_ledger
),
campaign_cost as (
    select campaign, cast(sum(round(try_cast(amount_yuan as decimal(18, 4)) * 100)) as bigint) as cost_fen
    from told
    where age = 1 and campaign is not null and try_cast(amount_yuan as decimal(18, 4)) is not null
    group by campaign
)
select * from campaign_cost
