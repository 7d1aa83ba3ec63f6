-- dwd.order_tmall_api: one row per sub-order. divide_order_fee is what the line was paid with; TRADE_CLOSED was paid,
-- TRADE_CLOSED_BY_TAOBAO was not. A price difference (补差) and a forfeited deposit (定金罚没) are told by the trade itself.
with
order_tmall_api as (
    select
        concat('tmall:', tid) as order_key, coalesce(item.oid, tid) as line_key, 'tmall_api' as source, 'tmall' as platform,
        seller_nick as shop_code, tid as order_no, 'public' as domain, 'tmall' as channel, store_code,
        if(ouid is not null, 'tb_ouid', null) as id_type, if(ouid is not null, seller_nick, null) as id_namespace,
        ouid as id_value,
        try_cast(created as timestamp) as ordered_at,
        if(status in ('WAIT_BUYER_PAY', 'TRADE_NO_CREATE_PAY', 'TRADE_CLOSED_BY_TAOBAO'), null, try_cast(pay_time as timestamp))
            as paid_at,
        if(status = 'TRADE_FINISHED', try_cast(end_time as timestamp), null) as finished_at,
        case when status like 'TRADE_CLOSED%' then 'CLOSED' when status = 'TRADE_FINISHED' then 'FINISHED'
            when status in ('WAIT_BUYER_CONFIRM_GOODS', 'TRADE_BUYER_SIGNED') then 'SHIPPED' end as state,
        case when receipt_type is not null then 'price_difference'
            when step_status = 'FRONT_PAID_FRONT_FORFEITED' then 'forfeited'
            when zero_purchase = 'true' then 'zero_price' end as kind,
        seller_memo as note, item.title, item.outer_sku_id as sku_code, try_cast(item.num as int) as quantity,
        cast(100 * try_cast(item.price as decimal(14, 2)) * try_cast(item.num as int) as bigint) as list_fen,
        cast(100 * try_cast(coalesce(item.divide_order_fee, item.payment) as decimal(18, 2)) as bigint) as line_fen,
        0L as platform_discount_fen, 0L as points_fen,
        cast(100 * try_cast(payment as decimal(18, 2)) as bigint) as payable_fen,
        cast(100 * try_cast(post_fee as decimal(18, 2)) as bigint) as postage_fen,
        coalesce(item.is_free_gift = 'true', false) as is_gift, guide_no, cast(null as string) as private_guide_no,
        cast(null as string) as fulfil_store_code,
        try_cast(modified as timestamp) as modified_at, 2 as source_rank, _drop_date as drop_date, _file as file
    from ods.tmall_trade
    lateral view outer explode(from_json(orders, 'array<struct<oid:string,title:string,outer_sku_id:string,num:string,
        price:string,payment:string,divide_order_fee:string,is_free_gift:string>>')) i as item
)
select * from order_tmall_api
