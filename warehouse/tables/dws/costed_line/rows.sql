-- dws.costed_line: one row per valid order line paid by the business date.
with
product as (
    select code, min(cost_fen) as cost_fen, min_by(top_category, sku_code) as top_category
    from (select explode(array(sku_code, pos_product_uid)) as code, sku_code, cost_fen, top_category from dim.product)
    where code is not null
    group by code
),
costed_line as (
    select
        order_uid, line_no, cast(trunc(paid_date, 'month') as date) as month, l.domain, oneid, top_category,
        pay_fen, quantity * cost_fen as goods_fen
    from dwd.order_line as l
    left join product on code = l.sku_code
    left join dim.identity as i on i.id_type = l.id_type and i.id_namespace = l.id_namespace and i.id_value = l.id_value
        and l.paid_date >= i.valid_from and l.paid_date < coalesce(i.valid_to, date'9999-12-31')
    where l.is_valid_sale and l.paid_date <= :business_date
)
select * from costed_line
