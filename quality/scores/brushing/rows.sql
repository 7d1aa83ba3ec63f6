-- scores.brushing: one row per platform and shop.
with
told as (
    select order_no, min(platform) as platform, min(shop_code) as shop, max(invalid_reason = 'brushed') as is_called
    from dwd.order_line
    group by order_no
),
true_order as (
    select order_no, reason = 'brushed' as is_brushed from truth.order
),
hidden as (
    select distinct detail as order_no from scores.noted_fault where class = 'brushing_hidden'
),
brushing as (
    select
        platform, shop, count(*) as orders, count_if(is_brushed) as brushed,
        count_if(is_brushed and coalesce(is_called, false)) as found,
        count_if(is_brushed and h.order_no is not null and not coalesce(is_called, false)) as hidden,
        count_if(is_called and not is_brushed) as wrongly_called
    from told
    join true_order using (order_no)
    left join hidden as h using (order_no)
    group by platform, shop
    having brushed > 0 or wrongly_called > 0
)
select * from brushing
