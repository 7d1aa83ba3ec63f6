-- dwd.order_pos: one row per line of a SELL ticket. A voided ticket was not paid; what the till let go (抹零) is in no line.
with
order_pos as (
    select
        concat('pos:', store_code, ':', sn) as order_key, format_string('%03d', coalesce(at, 0) + 1) as line_key,
        'pos' as source, 'pos' as platform, store_code as shop_code, sn as order_no, 'private' as domain, 'store' as channel,
        store_code,
        if(nullif(customer_uid, '0') is not null, 'member_id', null) as id_type,
        if(nullif(customer_uid, '0') is not null, concat('pospal:', store_code), null) as id_namespace,
        nullif(customer_uid, '0') as id_value,
        try_cast(sold_at as timestamp) as ordered_at,
        if(invalid = '1', null, try_cast(sold_at as timestamp)) as paid_at,
        if(invalid = '1', null, try_cast(sold_at as timestamp)) as finished_at,
        if(invalid = '1', 'CLOSED', 'FINISHED') as state,
        case when invalid = '1' then 'voided' when category like '%员工%' then 'staff' when category like '%测试%' then 'test' end
            as kind,
        cast(null as string) as note, item.name as title, item.productUid as sku_code,
        cast(round(try_cast(item.quantity as decimal(14, 4))) as int) as quantity,
        cast(100 * try_cast(item.sellPrice as decimal(14, 4)) * try_cast(item.quantity as decimal(14, 4)) as bigint) as list_fen,
        cast(100 * try_cast(item.totalAmount as decimal(18, 2)) as bigint) as line_fen,
        0L as platform_discount_fen, 0L as points_fen,
        cast(100 * try_cast(total_amount as decimal(18, 2)) as bigint) as payable_fen, 0L as postage_fen,
        coalesce(item.name like '%赠品%', false) as is_gift,
        cast(null as string) as guide_no, cast(null as string) as private_guide_no, cast(null as string) as fulfil_store_code,
        try_cast(sold_at as timestamp) as modified_at, 2 as source_rank, _drop_date as drop_date, _file as file
    from ods.pos_ticket
    lateral view outer posexplode(from_json(items,
        'array<struct<productUid:string,name:string,sellPrice:string,quantity:string,totalAmount:string>>')) i as at, item
    where upper(ticket_type) = 'SELL'
)
select * from order_pos
