-- dwd.order_refused: one row per order line, source and file whose amounts are in the wrong unit.
with
order_refused as (
    select
        order_key, line_key, source, file, drop_date, 'wrong_unit' as reason, platform, shop_code, order_no, sku_code, quantity,
        list_fen, tag_price_fen, modified_at
    from dwd.order_said
    where is_wrong_unit
)
select * from order_refused
