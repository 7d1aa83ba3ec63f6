-- scores.tag_true_line: one row per customer.
with
line as (
    select
        buyer as person, order_uid, platform, shop, to_date(paid_at) as day, hour(paid_at) as hour, sku_code, top_category,
        category, cast(quantity as int) as quantity, cast(l.list_fen as bigint) as list_fen, cast(l.pay_fen as bigint) as pay_fen,
        cast(l.discount_fen as bigint) + cast(l.platform_borne_fen as bigint) as saved_fen
    from truth.order as o
    join truth.order_line as l using (order_uid)
    where valid_sale = 'true' and paid_at is not null and is_gift = 'false'
),
aged as (
    select c.oneid, l.*, datediff(today, day) as age
    from scores.tag_case as c
    left join line as l on l.person = c.person and l.day <= c.today
),
tag_true_line as (
    select
        oneid,
        coalesce(sum(quantity) filter (where age < 30), 0L) as paid_pieces_30d,
        coalesce(sum(quantity) filter (where age < 90), 0L) as paid_pieces_90d,
        coalesce(sum(quantity) filter (where age < 365), 0L) as paid_pieces_365d,
        coalesce(sum(list_fen) filter (where age < 30), 0L) as listed_fen_30d,
        coalesce(sum(list_fen) filter (where age < 90), 0L) as listed_fen_90d,
        coalesce(sum(list_fen) filter (where age < 365), 0L) as listed_fen_365d,
        count(distinct sku_code) filter (where age < 30) as products_bought_30d,
        count(distinct sku_code) filter (where age < 90) as products_bought_90d,
        count(distinct sku_code) filter (where age < 365) as products_bought_365d,
        count(distinct category) filter (where age < 30) as categories_bought_30d,
        count(distinct category) filter (where age < 90) as categories_bought_90d,
        count(distinct category) filter (where age < 365) as categories_bought_365d,
        count_if(age < 365 and saved_fen = 0) as full_price_lines_365d,
        count_if(age < 365 and list_fen > 0 and saved_fen * 2 >= list_fen) as half_price_lines_365d,
        count(distinct order_uid) filter (where platform = 'pos' and age < 90) as store_orders_90d,
        count(distinct order_uid) filter (where platform = 'pos' and age < 365) as store_orders_365d,
        count(distinct order_uid)
            filter (where (platform = 'weimob' or platform = 'mall' and shop = 'own') and age < 90) as mini_program_orders_90d,
        count(distinct order_uid)
            filter (where (platform = 'weimob' or platform = 'mall' and shop = 'own') and age < 365) as mini_program_orders_365d,
        count(distinct order_uid) filter (where platform = 'mall' and shop <> 'own' and age < 90) as channels_orders_90d,
        count(distinct order_uid) filter (where platform = 'mall' and shop <> 'own' and age < 365) as channels_orders_365d,
        count(distinct order_uid) filter (where platform = 'tmall' and age < 90) as tmall_orders_90d,
        count(distinct order_uid) filter (where platform = 'tmall' and age < 365) as tmall_orders_365d,
        count(distinct order_uid) filter (where platform = 'jd' and age < 90) as jd_orders_90d,
        count(distinct order_uid) filter (where platform = 'jd' and age < 365) as jd_orders_365d,
        count(distinct order_uid) filter (where platform = 'douyin' and age < 90) as douyin_orders_90d,
        count(distinct order_uid) filter (where platform = 'douyin' and age < 365) as douyin_orders_365d,
        coalesce(sum(pay_fen) filter (where top_category = '女装' and age < 365), 0L) as womenswear_fen_365d,
        coalesce(sum(pay_fen) filter (where top_category = '男装' and age < 365), 0L) as menswear_fen_365d,
        coalesce(sum(pay_fen) filter (where top_category = '鞋' and age < 365), 0L) as shoes_fen_365d,
        coalesce(sum(pay_fen) filter (where top_category = '箱包' and age < 365), 0L) as bags_fen_365d,
        coalesce(sum(pay_fen) filter (where top_category = '配饰' and age < 365), 0L) as accessories_fen_365d,
        coalesce(sum(pay_fen) filter (where age < 365), 0L) as line_paid_fen_365d,
        cast(max(list_fen / quantity) filter (where age < 365) as bigint) as dearest_piece_fen_365d,
        cast(min(list_fen / quantity) filter (where age < 365) as bigint) as cheapest_piece_fen_365d,
        count(distinct order_uid) filter (where age < 365 and (hour >= 22 or hour < 6)) as night_orders_365d,
        count(distinct order_uid) filter (where age < 365 and weekday(day) >= 5) as weekend_orders_365d,
        count(distinct order_uid) filter (where age < 365 and month(day) = 11 and day(day) <= 11) as double_11_orders_365d,
        count(distinct order_uid) filter (where age < 365 and month(day) = 6 and day(day) <= 18) as june_18_orders_365d
    from aged
    group by oneid
)
select * from tag_true_line
