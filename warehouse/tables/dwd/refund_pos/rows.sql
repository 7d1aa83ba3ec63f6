-- dwd.refund_pos: one row per line of a SELL_RETURN ticket; the ticket's total is spread over its lines to the fen.
with
item as (
    select
        *, coalesce(at, 0) + 1 as line, item.productUid as sku_code, item.quantity as pieces,
        abs(coalesce(cast(100 * try_cast(total_amount as decimal(18, 2)) as bigint), 0L)) as total_fen,
        abs(coalesce(cast(100 * try_cast(item.totalAmount as decimal(18, 2)) as bigint), total_fen)) as line_fen
    from ods.pos_ticket
    lateral view outer posexplode(from_json(items,
        'array<struct<productUid:string,quantity:string,totalAmount:string>>')) i as at, item
    where upper(ticket_type) = 'SELL_RETURN'
),
shared as (
    select
        *,
        sum(line_fen) over (partition by store_code, sn, _file, _row_no) as lines_fen,
        sum(line_fen) over (partition by store_code, sn, _file, _row_no order by line) as upto_fen
    from item
),
refund_pos as (
    select
        'pos' as platform, store_code as shop_code, concat(sn, ':', line) as refund_no, original_sn as order_no,
        'private' as domain, 'store' as channel, store_code,
        if(nullif(customer_uid, '0') is not null, 'member_id', null) as id_type,
        if(nullif(customer_uid, '0') is not null, concat('pospal:', store_code), null) as id_namespace,
        nullif(customer_uid, '0') as id_value,
        sku_code, cast(abs(round(try_cast(pieces as decimal(14, 4)))) as int) as quantity,
        try_cast(sold_at as timestamp) as applied_at, if(invalid = '1', null, try_cast(sold_at as timestamp)) as succeeded_at,
        if(invalid = '1', 'CLOSED', 'SUCCEEDED') as status,
        if(lines_fen = 0, if(line = 1, total_fen, 0L),
            total_fen * upto_fen div lines_fen - total_fen * (upto_fen - line_fen) div lines_fen) as refund_fen,
        _ingest_ts as modified_at, 2 as source_rank, _drop_date as drop_date, _file as file
    from shared
)
select * from refund_pos
