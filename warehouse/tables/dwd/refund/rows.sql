-- dwd.refund: one row per refund of Tmall and of the mini-program mall, and one per line of a store's return ticket.
-- The sources say the same columns in the same order; a return ticket's total is spread over its lines to the fen.
with
pos_item as (
    select
        *, coalesce(at, 0) + 1 as line, item.productUid as sku_code, item.quantity as pieces,
        abs(coalesce(cast(round(try_cast(total_amount as decimal(18, 4)) * 100) as bigint), 0L)) as total_fen,
        abs(coalesce(cast(round(try_cast(item.totalAmount as decimal(18, 4)) * 100) as bigint), total_fen)) as line_fen
    from ods.pos_ticket
    lateral view outer posexplode(from_json(items,
        'array<struct<productUid:string,quantity:string,totalAmount:string>>')) i as at, item
    where upper(ticket_type) = 'SELL_RETURN'
),
pos_line as (
    select
        *,
        sum(line_fen) over (partition by store_code, sn, _file, _row_no) as lines_fen,
        sum(line_fen) over (partition by store_code, sn, _file, _row_no order by line) as upto_fen
    from pos_item
),
pos as (
    select
        concat('pos:', store_code, ':', sn, ':', line) as refund_uid, concat('pos:', store_code, ':', original_sn) as order_uid,
        'pos' as platform, store_code as shop_code, 'private' as domain, 'store' as channel, store_code,
        if(nullif(customer_uid, '0') is not null,
            named_struct('type', 'member_id', 'space', concat('pospal:', store_code), 'value', customer_uid), null) as id,
        sku_code, pieces, sold_at as applied, sold_at as succeeded, if(invalid = '1', 'CLOSED', 'SUCCEEDED') as status,
        if(lines_fen = 0, if(line = 1, total_fen, 0L),
            total_fen * upto_fen div lines_fen - total_fen * (upto_fen - line_fen) div lines_fen) as refund_fen,
        cast(null as timestamp) as modified_at, _ingest_ts, _drop_date
    from pos_line
),
tmall as (
    select
        concat('tmall:', seller_nick, ':', refund_id), concat('tmall:', seller_nick, ':', tid),
        'tmall', seller_nick, 'public', 'tmall', cast(null as string),
        if(buyer_nick not like '%*%', named_struct('type', 'tb_nick', 'space', seller_nick, 'value', buyer_nick), null),
        outer_id, num, created, modified,
        case status when 'SUCCESS' then 'SUCCEEDED' when 'CLOSED' then 'CLOSED' else 'APPLIED' end,
        coalesce(cast(round(try_cast(refund_fee as decimal(18, 4)) * 100) as bigint), 0L),
        try_to_timestamp(modified, 'yyyy-MM-dd HH:mm:ss'), _ingest_ts, _drop_date
    from ods.tmall_refund
),
mall as (
    select
        concat('mall:own:', return_id), concat('mall:own:', order_sn),
        'mall', 'own', 'private', 'mini_program', cast(null as string),
        case when nullif(member_id, '0') is not null then named_struct('type', 'member_id', 'space', 'crm', 'value', member_id)
            when unionid is not null then named_struct('type', 'unionid', 'space', :open_platform, 'value', unionid)
            when openid is not null then named_struct('type', 'openid_mp', 'space', :appid, 'value', openid) end,
        sku_code, quantity, created_at, coalesce(handled_at, updated_at),
        case status when '2' then 'SUCCEEDED' when '3' then 'CLOSED' else 'APPLIED' end,
        coalesce(cast(round(try_cast(return_amount as decimal(18, 4)) * 100) as bigint), 0L),
        try_to_timestamp(updated_at, 'yyyy-MM-dd HH:mm:ss'), _ingest_ts, _drop_date
    from ods.mall_refund
),
typed as (
    select
        *,
        try_to_timestamp(replace(applied, '/', '-'), 'yyyy-M-d H:m[:s]') as applied_at,
        if(status = 'SUCCEEDED', try_to_timestamp(replace(succeeded, '/', '-'), 'yyyy-M-d H:m[:s]'), null) as succeeded_at
    from (select * from pos union all select * from tmall union all select * from mall)
),
order_paid as (
    select order_uid, min(paid_date) as paid_date from dwd.order_line group by order_uid
),
refund as (
    select
        refund_uid, order_uid, platform, shop_code, domain, channel, store_code,
        id.type as id_type, id.space as id_namespace, id.value as id_value,
        sku_code, cast(abs(round(try_cast(pieces as decimal(14, 4)))) as int) as quantity,
        applied_at, coalesce(cast(applied_at as date), _drop_date) as applied_date,
        succeeded_at, cast(succeeded_at as date) as refund_date, order_paid.paid_date as order_paid_date,
        refund_fen, status, coalesce(modified_at, _ingest_ts) as modified_at, 2 as source_rank
    from typed
    left join order_paid using (order_uid)
)
select * from refund
