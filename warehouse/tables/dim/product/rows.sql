-- dim.product: one row per SKU, as the newest list says it.
with
newest as (
    select *, row_number() over (partition by sku_code order by _drop_date desc, _file desc, _row_no desc) as age
    from ods.product
),
product as (
    select
        sku_code,
        spu_code,
        name,
        category,
        brand,
        cast(round(try_cast(tag_price as decimal(18, 4)) * 100) as bigint) as tag_price_fen,
        coalesce(is_gift in ('是', '1', 'true'), false) as is_gift,
        pos_product_uid
    from newest
    where age = 1
)
select * from product
