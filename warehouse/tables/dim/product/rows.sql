-- dim.product: one row per SKU, as the newest list that has it says. What was on the first list of all may be of any age.
with
newest as (
    select
        sku_code, max_by(_change, struct(_drop_date, _take)) as last_change, min(_drop_date) as first_on,
        max_by(
            struct(spu_code, name, top_category, category, sub_category, brand, tag_price, cost_price, barcode, tmall_num_iid,
                tmall_sku_id, jd_sku, dy_product_id, is_gift, pos_product_uid),
            struct(_drop_date, _take)) filter (where _change = 'present') as seen
    from ods.product
    group by sku_code
),
product as (
    select
        sku_code,
        seen.spu_code,
        seen.name,
        seen.category,
        seen.brand,
        cast(round(try_cast(seen.tag_price as decimal(18, 4)) * 100) as bigint) as tag_price_fen,
        coalesce(seen.is_gift in ('是', '1', 'true'), false) as is_gift,
        seen.pos_product_uid,
        seen.top_category, seen.sub_category,
        cast(round(try_cast(seen.cost_price as decimal(18, 4)) * 100) as bigint) as cost_fen,
        seen.barcode, seen.tmall_num_iid, seen.tmall_sku_id, seen.jd_sku, seen.dy_product_id,
        last_change <> 'gone' as is_listed, if(first_on > began_on, first_on, null) as listed_on
    from newest
    cross join (select min(_drop_date) as began_on from ods.product)
)
select * from product
