-- dwd.order_jd: one row per SKU of an order. A split order (拆单) comes again as children that name their parent: a child's
-- line is its parent's line, so nothing counts twice. The balance used (余额) is part of what was paid.
with
item as (
    select
        *,
        coalesce(parent_no, '0') not in ('0', order_no) as is_child,
        cast(100 * (try_cast(payment as decimal(18, 2)) + coalesce(try_cast(balance_used as decimal(18, 2)), 0)) as bigint)
            as payable,
        coalesce(cast(100 * try_cast(freight as decimal(18, 2)) as bigint), 0L) as postage,
        cast(100 * try_cast(sku.jdPrice as decimal(14, 2)) * try_cast(sku.itemTotal as int) as bigint) as list,
        cast(100 * try_cast(sku.payment as decimal(18, 2)) as bigint) as paid_fen
    from ods.jd_order
    lateral view outer posexplode(from_json(items, 'array<struct<skuId:string,outerSkuId:string,skuName:string,
        itemTotal:string,jdPrice:string,payment:string>>')) i as at, sku
),
shared as (
    select
        *,
        if(is_child, parent_no, order_no) as whole_no,
        row_number() over (partition by order_no, _file, _row_no, sku.skuId order by at) as again,
        sum(list) over (partition by order_no, _file, _row_no) as lists,
        sum(list) over (partition by order_no, _file, _row_no order by at) as upto
    from item
),
order_jd as (
    select
        concat('jd:', whole_no) as order_key, coalesce(concat(sku.skuId, '#', again), '1') as line_key, 'jd' as source,
        'jd' as platform, vender_id as shop_code, whole_no as order_no, 'public' as domain, 'jd' as channel,
        cast(null as string) as store_code, if(open_id is not null, 'jd_open_id', null) as id_type,
        if(open_id is not null, vender_id, null) as id_namespace, open_id as id_value,
        try_cast(created_at as timestamp) as ordered_at,
        coalesce(try_cast(paid_at as timestamp),
            if(pay_type = '1' and state = 'FINISHED_L', try_cast(finished_at as timestamp), null)) as paid_at,
        if(state = 'FINISHED_L', try_cast(finished_at as timestamp), null) as finished_at,
        map('WAIT_GOODS_RECEIVE_CONFIRM', 'SHIPPED', 'FINISHED_L', 'FINISHED', 'TRADE_CANCELED', 'CLOSED')[state] as state,
        if(return_order in ('1', '2'), 'reship', null) as kind, note, sku.skuName as title,
        coalesce(sku.outerSkuId, sku.skuId) as sku_code, try_cast(sku.itemTotal as int) as quantity, list as list_fen,
        coalesce(paid_fen, if(is_child and lists > 0,
            (payable - postage) * upto div lists - (payable - postage) * (upto - list) div lists, null)) as line_fen,
        0L as platform_discount_fen, 0L as points_fen,
        if(is_child, null, payable) as payable_fen, postage as postage_fen,
        coalesce(sku.skuName like '%赠品%', false) as is_gift, cast(null as string) as guide_no,
        cast(null as string) as private_guide_no, cast(null as string) as fulfil_store_code,
        try_cast(modified as timestamp) as modified_at, if(is_child, 1, 2) as source_rank, _drop_date as drop_date, _file as file
    from shared
)
select * from order_jd
