-- ads.programme_month: one row per month in which the private domain sold or cost anything.
with
sold as (
    select month, net_fen, pay_fen from ads.domain_scorecard where side = 'purchase' and domain = 'private'
),
costed as (
    select month, sum(if(goods_fen is null, 0L, pay_fen)) as costed_fen, sum(goods_fen) as goods_fen
    from dws.costed_line
    where domain = 'private'
    group by month
),
spent as (
    select month, map_from_entries(collect_list(struct(category, cost_fen))) as cost, sum(cost_fen) as cost_fen
    from dwd.cost_ledger
    where domain = 'private' and month <= :business_date
    group by month
),
month as (
    select
        month, coalesce(net_fen, 0L) as net_fen, if(pay_fen > 0, coalesce(costed_fen, 0L) / pay_fen, null) as costed_share,
        if(net_fen is null, 0L, cast(round(cast(net_fen as decimal(18, 0)) * goods_fen / nullif(costed_fen, 0L)) as bigint))
            as goods_fen,
        cost, spent.cost_fen
    from sold
    full join spent using (month)
    left join costed using (month)
),
programme_month as (
    select
        month, net_fen, costed_share, goods_fen, if(cost is null, null, coalesce(cost['people'], 0L)) as people_fen,
        if(cost is null, null, coalesce(cost['tools'], 0L)) as tools_fen,
        if(cost is null, null, coalesce(cost['coupons'], 0L)) as coupons_fen,
        if(cost is null, null, coalesce(cost['samples'], 0L)) as samples_fen,
        if(cost is null, null, coalesce(cost['ads'], 0L)) as ads_fen,
        if(cost is null, null, coalesce(cost['content'], 0L)) as content_fen,
        cost_fen, net_fen - goods_fen - cost_fen as profit_fen,
        sum(net_fen - goods_fen - cost_fen) over (order by month) as profit_so_far_fen,
        sum(net_fen - goods_fen - cost_fen) over (order by month) >= 0 as is_paid_back
    from month
)
select * from programme_month
