-- dws.customer_line: one row per valid paid order line of a known customer up to the business date.
with
goods as (
    select stack(2, sku_code, pos_product_uid) as code, sku_code, top_category, category, sub_category, brand
    from dim.product
),
product as (
    select code, min_by(struct(top_category, category, sub_category, brand), sku_code) as p
    from goods
    where code is not null
    group by code
),
customer_line as (
    select
        oneid, paid_date as business_date, order_uid, line_no, platform, channel, domain, store_code, guide_no, sku_code,
        p.top_category, p.category, p.sub_category, p.brand, hour(paid_at) as paid_hour, quantity, list_fen,
        shop_discount_fen + platform_discount_fen as discount_fen, pay_fen
    from dwd.order_line l
    join dim.identity i on i.id_type = l.id_type and i.id_namespace = l.id_namespace and i.id_value = l.id_value
        and l.paid_date >= i.valid_from and l.paid_date < coalesce(i.valid_to, date'9999-12-31')
    left join product on code = l.sku_code
    where l.is_valid_sale and l.paid_date <= :business_date
)
select * from customer_line
