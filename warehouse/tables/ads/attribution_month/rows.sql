-- ads.attribution_month: one row per month, kind of conversion, model, and channel, campaign and store credited.
with
credited as (
    select
        month, conversion, model, domain, channel, campaign, store_code, sum(credit_fen) as credit_fen,
        sum(parts) / 1000000000 as conversions, sum(ltv_fen) as ltv_fen
    from dws.path_credit
    group by all
),
sold as (
    select month, kind as conversion, sum(net_fen) as sales_fen
    from dws.path
    lateral view explode(case conversion when 'membership' then array('membership') when 'unknown_order' then array('order')
        else array('order', conversion) end) k as kind
    where conversion <> 'none'
    group by month, kind
),
attribution_month as (
    select
        c.month, c.conversion, model, domain, channel, campaign, store_code, credit_fen, conversions, ltv_fen,
        sum(credit_fen) over (partition by c.month, c.conversion, model) as total_fen, sales_fen
    from credited as c
    join sold as s on s.month = c.month and s.conversion = c.conversion
)
select * from attribution_month
