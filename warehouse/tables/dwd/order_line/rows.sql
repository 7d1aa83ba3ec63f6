-- dwd.order_line: one row per line of an order of any shop or store, of its newest source, judged by the rules of valid sales.
with
order_line as (
    select
        concat(platform, ':', shop_code, ':', order_no) as order_uid, line_no, platform, shop_code, order_no, domain, channel,
        store_code, id_type, id_namespace, id_value,
        ordered_at, ordered_date, paid_at, cast(paid_at as date) as paid_date, finished_at,
        case when state = 'REFUNDED' then 'CLOSED_REFUNDED'
            when state = 'CLOSED' then if(paid_at is null, 'CLOSED_UNPAID', 'CLOSED_REFUNDED')
            else coalesce(state, if(paid_at is null, 'CREATED', 'PAID')) end as status,
        sku_code, quantity, list_fen, list_fen - platform_discount_fen - points_fen - line_fen as shop_discount_fen,
        platform_discount_fen, points_fen + line_fen - order_fen as other_discount_fen, order_fen,
        if(paid_at is null, 0L, order_fen) as pay_fen, if(paid_at is null, 0L, order_fen + platform_discount_fen) as receipt_fen,
        postage_fen, is_gift, invalid_reason is null as is_valid_sale, invalid_reason,
        guide_no, private_guide_no, fulfil_store_code, modified_at, source_rank
    from dwd.valid_sale
)
select * from order_line
