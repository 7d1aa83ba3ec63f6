-- dwd.order_said: one row per order line, source and telling. Whether amounts are in the wrong unit all rows of a shop in a file
-- decide, not one: catalogues have prices nobody keeps, and a feed that sends fen sends them for every order.
with
said as (
    select * from dwd.order_pos
    union all
    select * from dwd.order_tmall
    union all
    select * from dwd.order_tmall_api
    union all
    select * from dwd.order_jd
    union all
    select * from dwd.order_douyin
    union all
    select * from dwd.order_douyin_export
    union all
    select * from dwd.order_mall
    union all
    select * from dwd.order_pdd
    union all
    select * from dwd.order_weimob
    union all
    select * from dwd.order_erp
),
priced as (
    select s.*, p.tag_price_fen
    from said as s
    left join dwd.listed_price as p on p.sku_code = s.sku_code
),
judged as (
    select
        *,
        coalesce(avg(if(quantity > 0 and list_fen > 0, int(list_fen >= 50 * quantity * tag_price_fen), null))
            over (partition by source, shop_code, file) > 0.5, false) as is_wrong_unit
    from priced
),
order_said as (
    select
        order_key, line_key, source, platform, shop_code, order_no, domain, channel, store_code, id_type, id_namespace, id_value,
        ordered_at, paid_at, finished_at, state, kind, note, title, sku_code, quantity, list_fen, line_fen,
        platform_discount_fen, points_fen, payable_fen, postage_fen, is_gift, guide_no, private_guide_no, fulfil_store_code,
        modified_at, source_rank, drop_date, file, tag_price_fen, is_wrong_unit
    from judged
)
select * from order_said
