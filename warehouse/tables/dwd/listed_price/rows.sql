-- dwd.listed_price: one row per SKU that has a price in the newest list that has it.
with
newest as (
    select sku_code, max_by(tag_price, struct(_drop_date, _take)) as tag_price
    from ods.product
    where _change = 'present'
    group by sku_code
),
priced as (
    select sku_code, cast(round(try_cast(tag_price as decimal(18, 4)) * 100) as bigint) as tag_price_fen from newest
),
listed_price as (
    select * from priced where tag_price_fen > 0
)
select * from listed_price
