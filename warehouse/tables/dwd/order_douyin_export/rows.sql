-- dwd.order_douyin_export: one row per sub-order. The order's money stands on each of its rows, so it is taken as the
-- order's and shared by price. The export names no shop: `shop` is the one whose console makes it.
with
priced as (
    select
        *,
        cast(100 * try_cast(price as decimal(14, 2)) * try_cast(quantity as int) as bigint) as list,
        coalesce(cast(100 * try_cast(platform_off as decimal(18, 2)) as bigint), 0L) as off
    from ods.dy_export
),
line as (
    select
        *,
        sum(list) over (partition by order_no, _file) as lists,
        sum(list) over (partition by order_no, _file order by sub_order_no) as upto
    from priced
),
order_douyin_export as (
    select
        concat('douyin:', order_no) as order_key, sub_order_no as line_key, 'douyin_export' as source, 'douyin' as platform,
        :shop as shop_code, order_no, 'public' as domain, 'douyin' as channel, cast(null as string) as store_code,
        cast(null as string) as id_type, cast(null as string) as id_namespace, cast(null as string) as id_value,
        try_cast(created_at as timestamp) as ordered_at, try_cast(paid_at as timestamp) as paid_at,
        try_cast(finished_at as timestamp) as finished_at,
        case status when '已关闭' then 'CLOSED' when '已完成' then 'FINISHED' when '已发货' then 'SHIPPED' end as state,
        cast(null as string) as kind, seller_note as note, title, coalesce(sku_code, product_id) as sku_code,
        try_cast(quantity as int) as quantity, list as list_fen, cast(null as bigint) as line_fen,
        if(lists = 0, 0L, off * upto div lists - off * (upto - list) div lists) as platform_discount_fen, 0L as points_fen,
        cast(100 * try_cast(payable as decimal(18, 2)) as bigint) as payable_fen,
        cast(100 * try_cast(postage as decimal(18, 2)) as bigint) as postage_fen,
        false as is_gift, cast(null as string) as guide_no, cast(null as string) as private_guide_no,
        cast(null as string) as fulfil_store_code,
        date_trunc('minute', greatest(try_cast(created_at as timestamp), try_cast(paid_at as timestamp),
            try_cast(finished_at as timestamp))) as modified_at,
        1 as source_rank, _drop_date as drop_date, _file as file
    from line
)
select * from order_douyin_export
