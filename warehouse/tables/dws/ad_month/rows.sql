-- dws.ad_month: one row per month and domain that advertised.
with
ad_month as (
    select cast(trunc(spend_date, 'month') as date) as month, coalesce(c.domain, 'public') as domain, sum(cost_fen) as ad_fen
    from dwd.ad_spend
    left join dim.channel as c using (channel)
    where spend_date <= :business_date
    group by all
)
select * from ad_month
