-- dim.product: one row per stock code that was ever billed; names are in another file of the shop.
with
billed as (
    select
        stock_code, cast(unit_price as decimal(18, 4)) as price_gbp,
        struct(invoice_date, invoice_no, _drop_date, _file, _row_no) as place
    from ods.online_retail_line
),
priced as (
    select
        stock_code,
        max_by(price_gbp, place) filter (where price_gbp > 0 and place.invoice_no not like 'C%') as last_price_gbp
    from billed
    group by stock_code
),
product as (
    select
        stock_code as sku_code, cast(null as string) as spu_code, cast(null as string) as name,
        case when stock_code rlike '^([0-9]{5}|DCGS)' then 'goods'
            when stock_code like 'gift%' then 'voucher' else 'charge' end as category,
        cast(null as string) as brand, cast(round(last_price_gbp * 100) as bigint) as tag_price_fen,
        false as is_gift, cast(null as string) as pos_product_uid, cast(null as string) as top_category,
        cast(null as string) as sub_category, cast(null as bigint) as cost_fen, cast(null as string) as barcode,
        cast(null as string) as tmall_num_iid, cast(null as string) as tmall_sku_id, cast(null as string) as jd_sku,
        cast(null as string) as dy_product_id, true as is_listed, cast(null as date) as listed_on
    from priced
)
select * from product
