-- scores.attribution_total: one row per model. What finance sees is ads.sales_day: paid on that day less what came back since.
with
sold as (
    select business_date, domain, sum(pay_fen - later_refund_fen) as net_fen, sum(orders) as orders
    from ads.sales_day
    group by business_date, domain
    having sum(orders) > 0
),
since as (
    select add_months(trunc(max(drop_date), 'month'), -12) as since from ods.file_manifest   -- as far back as dws.path
),
expected as (
    select model, business_date, domain, net_fen, orders
    from sold
    cross join since
    cross join (select distinct model from ads.attribution) as m
    where business_date >= since
),
credited as (
    select
        model, converted_date as business_date, sale_domain as domain, sum(credit_fen) as credit_fen,
        sum(if(a.domain = 'none', 0L, credit_fen)) as to_channels_fen, round(sum(conversions), 3) as conversions
    from ads.attribution as a
    where conversion = 'order'
    group by model, converted_date, sale_domain
),
attribution_total as (
    select
        model, count(*) as cells,
        count_if(coalesce(credit_fen, 0L) <> coalesce(net_fen, 0L) or coalesce(conversions, 0) <> coalesce(orders, 0))
            as differing,
        sum(net_fen) as net_fen, sum(credit_fen) as credit_fen, sum(to_channels_fen) as to_channels_fen,
        sum(orders) as orders, round(sum(conversions), 3) as conversions
    from expected
    full join credited using (model, business_date, domain)
    group by model
)
select * from attribution_total
