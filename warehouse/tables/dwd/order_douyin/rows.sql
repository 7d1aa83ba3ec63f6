-- dwd.order_douyin: one row per SKU order; fen, and seconds since 1970 where 0 is no time. Status 4 may have been paid.
with
order_douyin as (
    select
        concat('douyin:', order_id) as order_key, coalesce(item.order_id, order_id) as line_key, 'douyin_api' as source,
        'douyin' as platform, shop_name as shop_code, order_id as order_no, 'public' as domain, 'douyin' as channel,
        cast(null as string) as store_code,
        if(open_id is not null, 'dy_doudian_open_id', null) as id_type, if(open_id is not null, shop_name, null) as id_namespace,
        open_id as id_value,
        timestamp_seconds(nullif(try_cast(create_time as bigint), 0)) as ordered_at,
        timestamp_seconds(nullif(try_cast(pay_time as bigint), 0)) as paid_at,
        timestamp_seconds(nullif(try_cast(finish_time as bigint), 0)) as finished_at,
        map('3', 'SHIPPED', '101', 'SHIPPED', '4', 'CLOSED', '5', 'FINISHED')[order_status] as state,
        coalesce(map('5', 'zero_price', '10', 'sample', '11', 'zero_price', '12', 'sample', '102', 'gift', '103', 'collection')
            [item.trade_type], if(pay_type = '7', 'zero_price', null)) as kind,
        seller_words as note, item.product_name as title, coalesce(item.out_sku_id, item.product_id_str) as sku_code,
        try_cast(item.item_num as int) as quantity,
        try_cast(item.origin_amount as bigint) * try_cast(item.item_num as int) as list_fen,
        try_cast(item.pay_amount as bigint) as line_fen,
        coalesce(try_cast(item.promotion_platform_amount as bigint), 0L) as platform_discount_fen, 0L as points_fen,
        try_cast(pay_amount as bigint) as payable_fen, try_cast(post_amount as bigint) as postage_fen,
        coalesce(item.given_product_type = 'FREE', false) as is_gift,
        cast(null as string) as guide_no, cast(null as string) as private_guide_no, cast(null as string) as fulfil_store_code,
        timestamp_seconds(try_cast(update_time as bigint)) as modified_at,
        2 as source_rank, _drop_date as drop_date, _file as file
    from ods.dy_order
    lateral view outer explode(from_json(items, 'array<struct<order_id:string,trade_type:string,product_id_str:string,
        out_sku_id:string,product_name:string,item_num:string,origin_amount:string,pay_amount:string,
        promotion_platform_amount:string,given_product_type:string>>')) i as item
)
select * from order_douyin
