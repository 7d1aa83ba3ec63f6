-- dwd.order_pdd: one row per order, which has one product. It has no buyer. An order is made on the date in its number, which
-- never changes: no later than it is paid and its group is complete (订单成交时间), and on that date's last second when both come
-- after it; while it is unpaid, at the date's beginning. `shop` is whose console exports.
with
timed as (
    select
        *,
        try_to_timestamp(replace(paid_at, '/', '-'), 'yyyy-M-d H:m[:s]') as paid,
        try_to_timestamp(replace(finished_at, '/', '-'), 'yyyy-M-d H:m[:s]') as finished,
        least(try_to_timestamp(replace(confirmed_at, '/', '-'), 'yyyy-M-d H:m[:s]'),
            try_to_timestamp(replace(paid_at, '/', '-'), 'yyyy-M-d H:m[:s]')) as dealt,
        try_to_timestamp(substr(order_no, 1, 6), 'yyMMdd') as numbered,
        if(dealt is null, numbered, least(dealt, numbered + interval 86399 seconds)) as ordered
    from ods.pdd_export
),
order_pdd as (
    select
        concat('pdd:', order_no) as order_key, '1' as line_key, 'pdd_export' as source, 'pdd' as platform, :shop as shop_code,
        order_no, 'public' as domain, 'pdd' as channel, cast(null as string) as store_code, cast(null as string) as id_type,
        cast(null as string) as id_namespace, cast(null as string) as id_value,
        ordered as ordered_at, paid as paid_at, finished as finished_at,
        case when status like '%取消%' or status like '%退款成功%' then 'CLOSED' when status like '已收货%' then 'FINISHED'
            when status like '已发货%' then 'SHIPPED' end as state,
        cast(null as string) as kind, seller_note as note, title, coalesce(sku_code, sku_id) as sku_code,
        try_cast(quantity as int) as quantity,
        cast(100 * try_cast(goods_fee as decimal(18, 2)) as bigint) as list_fen,
        cast(100 * (try_cast(paid_fee as decimal(18, 2)) - coalesce(try_cast(postage as decimal(18, 2)), 0)) as bigint)
            as line_fen,
        cast(100 * (coalesce(try_cast(platform_off as decimal(18, 2)), 0) + coalesce(try_cast(pay_off as decimal(18, 2)), 0))
            as bigint) as platform_discount_fen, 0L as points_fen,
        cast(100 * try_cast(paid_fee as decimal(18, 2)) as bigint) as payable_fen,
        coalesce(cast(100 * try_cast(postage as decimal(18, 2)) as bigint), 0L) as postage_fen,
        false as is_gift, cast(null as string) as guide_no, cast(null as string) as private_guide_no,
        cast(null as string) as fulfil_store_code,
        date_trunc('minute', greatest(ordered, paid, finished)) as modified_at,
        1 as source_rank, _drop_date as drop_date, _file as file
    from timed
)
select * from order_pdd
