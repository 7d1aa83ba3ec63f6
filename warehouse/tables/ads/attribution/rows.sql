-- ads.attribution: one row per day, domain of sale, kind of conversion, model, and domain and channel credited.
with
credited as (
    select
        converted_date, sale_domain, conversion, model, domain, channel, sum(credit_fen) as credit_fen, sum(parts) as parts
    from dws.path_credit
    group by all
),
net as (
    select business_date, domain, 'order' as conversion, sum(pay_fen - later_refund_fen) as net_fen
    from ads.sales_day
    group by business_date, domain
),
attribution as (
    select
        converted_date, sale_domain, c.conversion, model, c.domain, channel, credit_fen,
        parts / 1000000000 as conversions,
        sum(credit_fen) over (partition by converted_date, sale_domain, c.conversion, model) as total_fen, net_fen
    from credited as c
    left join net as n
        on n.business_date = c.converted_date and n.domain = c.sale_domain and n.conversion = c.conversion
)
select * from attribution
