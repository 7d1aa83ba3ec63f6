-- ads.category_value: one row per category and breadth of the baskets of those who paid for it.
with
basket as (
    select
        oneid, top_category, pay_fen, count(*) over whole as parts, sum(pay_fen) over whole as basket_fen,
        sum(cast(greatest(pay_fen, 1L) as decimal(18, 0))) over (partition by oneid order by top_category) as so_far_fen
    from dws.customer_category
    window whole as (partition by oneid)
),
part as (
    select
        top_category, breadth, pay_fen, basket_fen, ltv_365_fen, margin_365_fen,
        cast(round(so_far_fen * ltv_365_fen / greatest(basket_fen, 1L)) as bigint)
            - cast(round(if(pay_fen = 0, 0, so_far_fen - pay_fen) * ltv_365_fen / greatest(basket_fen, 1L)) as bigint) as part_fen
    from basket
    join dws.customer_value using (oneid)
    join dws.customer_worth using (oneid)
    lateral view explode(array('all', if(parts = 1, 'single', 'several'))) b as breadth
),
summed as (
    select
        top_category, breadth, cast(count(*) as int) as customers, sum(pay_fen) as own_fen, sum(basket_fen) as basket_fen,
        sum(ltv_365_fen) as ltv_365_fen, sum(part_fen) as category_ltv_365_fen, sum(margin_365_fen) as margin_365_fen
    from part
    group by top_category, breadth
),
category_value as (
    select
        top_category, breadth, customers, own_fen, basket_fen, ltv_365_fen, category_ltv_365_fen, margin_365_fen,
        cast(round(cast(ltv_365_fen as decimal(18, 0)) / customers) as bigint) as ltv_per_customer_fen,
        cast(round(cast(margin_365_fen as decimal(18, 0)) / customers) as bigint) as margin_per_customer_fen,
        ltv_365_fen / nullif(category_ltv_365_fen, 0L) as ecosystem_factor,
        sum(if(breadth = 'all', category_ltv_365_fen, 0L)) over () as total_fen, value_fen
    from summed
    cross join (select sum(ltv_365_fen) as value_fen from dws.customer_value)
)
select * from category_value
