-- dwd.order_source: one row per order line and source that tells of it; the newest row of each source stays. Rows in
-- the wrong unit lie in dwd.order_refused; what the source said before them stands.
with
order_source as (
    select
        order_key, line_key, source, platform, shop_code, order_no, domain, channel, store_code, id_type, id_namespace, id_value,
        ordered_at, paid_at, finished_at, state, kind, note, title, sku_code, quantity, list_fen, line_fen, platform_discount_fen,
        points_fen, payable_fen, postage_fen, is_gift, guide_no, private_guide_no, fulfil_store_code, modified_at, source_rank,
        coalesce(cast(ordered_at as date), drop_date) as ordered_date,
        coalesce(map('PAID', 1, 'SHIPPED', 2, 'FINISHED', 3, 'CLOSED', 4, 'REFUNDED', 4)[state],
            if(paid_at is null, 0, 1)) as progress
    from dwd.order_said
    where not is_wrong_unit
)
select * from order_source
