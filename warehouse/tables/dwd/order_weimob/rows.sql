-- dwd.order_weimob: one row per line. Times are milliseconds. What its status numbers mean is the tenant's own: `closed` and
-- `shipped` list them, separated by commas; an order with a time of completion is finished.
with
order_weimob as (
    select
        concat('weimob:', order_no) as order_key, format_string('%03d', coalesce(at, 0) + 1) as line_key, 'weimob' as source,
        'weimob' as platform, vid as shop_code, order_no, 'private' as domain, 'mini_program' as channel,
        vid_number as store_code,
        if(wid is not null, 'weimob_wid', null) as id_type, if(wid is not null, coalesce(bos_id, 'weimob'), null) as id_namespace,
        wid as id_value,
        timestamp_millis(nullif(try_cast(create_time as bigint), 0)) as ordered_at,
        timestamp_millis(nullif(try_cast(pay_time as bigint), 0)) as paid_at,
        timestamp_millis(nullif(try_cast(finish_time as bigint), 0)) as finished_at,
        case when array_contains(split(cast(:closed as string), ','), order_status) then 'CLOSED'
            when try_cast(finish_time as bigint) > 0 then 'FINISHED'
            when array_contains(split(cast(:shipped as string), ','), order_status) then 'SHIPPED' end as state,
        cast(null as string) as kind, cast(null as string) as note, item.goodsTitle as title,
        coalesce(item.outerSkuId, item.skuCode) as sku_code, try_cast(item.skuNum as int) as quantity,
        cast(100 * try_cast(item.salePrice as decimal(14, 2)) * try_cast(item.skuNum as int) as bigint) as list_fen,
        cast(100 * try_cast(item.payAmount as decimal(18, 2)) as bigint) as line_fen,
        0L as platform_discount_fen, 0L as points_fen,
        cast(100 * try_cast(pay_amount as decimal(18, 2)) as bigint) as payable_fen,
        coalesce(cast(100 * try_cast(freight as decimal(18, 2)) as bigint), 0L) as postage_fen,
        false as is_gift, guider_no as guide_no, private_guider_no as private_guide_no, cast(null as string) as fulfil_store_code,
        timestamp_millis(try_cast(coalesce(update_time, create_time) as bigint)) as modified_at, 2 as source_rank,
        _drop_date as drop_date, _file as file
    from ods.weimob_order
    lateral view outer posexplode(from_json(items, 'array<struct<goodsTitle:string,skuCode:string,outerSkuId:string,
        skuNum:string,salePrice:string,payAmount:string>>')) i as at, item
)
select * from order_weimob
