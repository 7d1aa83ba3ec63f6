-- dwd.order_line: one row per line of an order of the stores' POS, the Tmall export and the mini-program mall.
-- The three sources say the same columns in the same order, in their own words and in yuan text; `priced` types them
-- all once, `shared` spreads an order's amount over its lines so that the lines sum to it to the fen.
with
pos as (
    select
        concat('pos:', store_code, ':', sn) as order_uid, coalesce(at, 0) + 1 as line,
        'pos' as platform, store_code as shop_code, 'private' as domain, 'store' as channel, store_code,
        if(nullif(customer_uid, '0') is not null,
            named_struct('type', 'member_id', 'space', concat('pospal:', store_code), 'value', customer_uid), null) as id,
        sold_at as ordered, if(invalid = '1', null, sold_at) as paid, if(invalid = '1', 'CLOSED', 'FINISHED') as state,
        item.productUid as sku_code, item.quantity, item.sellPrice as price, cast(null as string) as list,
        item.totalAmount as amount, '0' as platform_off, '0' as points_off, total_amount as payable, '0' as postage,
        coalesce(item.name like '%赠品%', false) as is_gift, if(invalid = '1', 'voided', null) as reason,
        _ingest_ts as modified_at, 2 as source_rank, _ingest_ts, _drop_date, _file, _row_no
    from ods.pos_ticket
    lateral view outer posexplode(from_json(items,
        'array<struct<productUid:string,name:string,sellPrice:string,quantity:string,totalAmount:string>>')) i as at, item
    where upper(ticket_type) = 'SELL'
),
tmall as (
    select
        concat('tmall:', shop_name, ':', order_no), 1,
        'tmall', shop_name, 'public', 'tmall', cast(null as string),
        if(buyer_nick not like '%*%', named_struct('type', 'tb_nick', 'space', shop_name, 'value', buyer_nick), null),
        created_at, paid_at, case when status like '%关闭' then 'CLOSED' when status = '交易成功' then 'FINISHED'
            when status like '卖家%发货%' then 'SHIPPED' end,
        cast(null as string), quantity, cast(null as string), goods_fee, cast(null as string),
        coupon_fee, '0', if(paid_at is null, total_fee, paid_fee), postage_fee,
        false, case when title like '%补差%' then 'price_difference' when seller_note like '%内购%' then 'staff' end,
        try_to_timestamp(regexp_extract(_file, 'ExportOrderList([0-9]{12})', 1), 'yyyyMMddHHmm'), 1,
        _ingest_ts, _drop_date, _file, _row_no
    from ods.tmall_order
),
mall as (
    select
        concat('mall:own:', order_sn), coalesce(at, 0) + 1,
        'mall', 'own', 'private', 'mini_program', cast(null as string),
        case when nullif(member_id, '0') is not null then named_struct('type', 'member_id', 'space', 'crm', 'value', member_id)
            when unionid is not null then named_struct('type', 'unionid', 'space', :open_platform, 'value', unionid)
            when openid is not null then named_struct('type', 'openid_mp', 'space', :appid, 'value', openid) end,
        created_at, paid_at, map('2', 'SHIPPED', '3', 'FINISHED', '4', 'CLOSED', '5', 'CLOSED')[status],
        item.sku_code, item.quantity, item.price, cast(null as string), item.real_amount,
        '0', item.integration_amount, pay_amount, freight_amount,
        coalesce(item.is_present in ('true', '1') or order_type = '4', false),
        case when status = '5' then 'voided' when is_staff in ('true', '1') then 'staff'
            else map('3', 'wholesale', '8', 'identity_check', '20', 'sample', '81', 'gift_card')[order_type] end,
        try_to_timestamp(updated_at, 'yyyy-MM-dd HH:mm:ss'), 2, _ingest_ts, _drop_date, _file, _row_no
    from ods.mall_order
    lateral view outer posexplode(from_json(items, 'array<struct<sku_code:string,price:string,quantity:string,
        integration_amount:string,real_amount:string,is_present:string>>')) i as at, item
),
priced as (
    select
        *,
        try_to_timestamp(replace(ordered, '/', '-'), 'yyyy-M-d H:m[:s]') as ordered_at,
        try_to_timestamp(replace(paid, '/', '-'), 'yyyy-M-d H:m[:s]') as paid_at,
        cast(round(try_cast(quantity as decimal(14, 4))) as int) as pieces,
        try_cast(price as decimal(14, 4)) * try_cast(quantity as decimal(14, 4)) as price_yuan,
        greatest(coalesce(cast(round(try_cast(postage as decimal(18, 4)) * 100) as bigint), 0L), 0L) as order_postage_fen,
        coalesce(cast(round(try_cast(payable as decimal(18, 4)) * 100) as bigint), 0L) as payable_fen,
        greatest(payable_fen - order_postage_fen, 0L) as goods_fen,
        greatest(coalesce(cast(round(try_cast(amount as decimal(18, 4)) * 100) as bigint), goods_fen), 0L) as line_fen,
        greatest(coalesce(cast(round(try_cast(platform_off as decimal(18, 4)) * 100) as bigint), 0L), 0L)
            as platform_discount_fen,
        coalesce(cast(round(try_cast(points_off as decimal(18, 4)) * 100) as bigint), 0L) as points_fen,
        coalesce(price_yuan, try_cast(list as decimal(18, 4))) as list_yuan,
        greatest(coalesce(cast(round(list_yuan * 100) as bigint), 0L), line_fen) as list_fen
    from (select * from pos union all select * from tmall union all select * from mall)
),
shared as (
    select
        *,
        sum(line_fen) over (partition by order_uid, _file, _row_no) as lines_fen,
        sum(line_fen) over (partition by order_uid, _file, _row_no order by line) as upto_fen,
        if(lines_fen = 0, if(line = 1, goods_fen, 0L),
            goods_fen * upto_fen div lines_fen - goods_fen * (upto_fen - line_fen) div lines_fen) as order_fen,
        case when reason is not null then reason when is_gift then 'gift' when pieces < 0 then 'negative_quantity'
            when order_fen = 0 then 'zero_price' end as invalid_reason
    from priced
),
order_line as (
    select
        order_uid, cast(line as string) as line_no, platform, shop_code, domain, channel, store_code,
        id.type as id_type, id.space as id_namespace, id.value as id_value,
        ordered_at, coalesce(cast(ordered_at as date), _drop_date) as ordered_date, paid_at, cast(paid_at as date) as paid_date,
        case when state = 'CLOSED' then if(paid is null, 'CLOSED_UNPAID', 'CLOSED_REFUNDED')
            else coalesce(state, if(paid is null, 'CREATED', 'PAID')) end as status,
        sku_code, pieces as quantity, list_fen, list_fen - platform_discount_fen - points_fen - line_fen as shop_discount_fen,
        platform_discount_fen, points_fen + line_fen - order_fen as other_discount_fen, order_fen,
        if(paid_at is null, 0L, order_fen) as pay_fen, if(paid_at is null, 0L, order_fen + platform_discount_fen) as receipt_fen,
        if(line = 1, order_postage_fen, 0L) as postage_fen, is_gift, invalid_reason is null as is_valid_sale, invalid_reason,
        coalesce(modified_at, _ingest_ts) as modified_at, source_rank
    from shared
)
select * from order_line
