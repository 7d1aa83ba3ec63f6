-- dws.customer_category: one row per customer who has bought and category that he paid for.
with
line as (
    select
        oneid, coalesce(top_category, 'unknown') as top_category, pay_fen, if(goods_fen is null, 0L, pay_fen) as costed_fen,
        goods_fen
    from dws.costed_line
),
category as (
    select
        if(top_category <> 'unknown' and sum(costed_fen) > 0, top_category, null) as top_category,
        struct(sum(goods_fen) as goods_fen, sum(costed_fen) as costed_fen) as cost
    from line
    group by line.top_category
),
company as (
    select
        map_from_entries(collect_list(if(top_category is null, null, struct(top_category, cost)))) as costs,
        struct(sum(cost.goods_fen) as goods_fen, nullif(sum(cost.costed_fen), 0L) as costed_fen) as cost
    from category
),
bought as (
    select oneid, top_category, sum(pay_fen) as pay_fen, sum(costed_fen) as own_costed_fen
    from line
    where pay_fen > 0 and oneid is not null
    group by oneid, top_category
),
basket as (
    select
        v.oneid, coalesce(top_category, 'unknown') as top_category, coalesce(pay_fen, 0L) as pay_fen,
        coalesce(own_costed_fen, 0L) as own_costed_fen
    from dws.customer_value as v
    left join bought as b on b.oneid = v.oneid
),
customer_category as (
    select
        oneid, top_category, pay_fen, own_costed_fen, coalesce(costs[top_category], cost).goods_fen as goods_fen,
        coalesce(costs[top_category], cost).costed_fen as costed_fen
    from basket
    cross join company
)
select * from customer_category
