-- dwd.order_tmall: one row per order and one per sub-order. The main export says shop, buyer, postage, note and what was paid;
-- the detail export says the lines. Neither has a time of change: the latest minute they tell stands for it (a file
-- saved anew has no seconds), so that the interface wins the tie.
with
main as (
    select
        order_no, '' as line_key, shop_name as shop_code, if(buyer_nick not like '%*%', 'tb_nick', null) as id_type,
        if(buyer_nick not like '%*%', shop_name, null) as id_namespace,
        if(buyer_nick not like '%*%', token('tb_nick', buyer_nick), null) as id_value,
        created_at, paid_at, finished_at, status, if(step = '定金已付，尾款未付' and status like '%关闭', 'forfeited', null) as kind,
        seller_note as note, title, cast(null as string) as sku_code, quantity, goods_fee as list,
        cast(null as string) as line_fee,
        coupon_fee, if(paid_at is null, total_fee, paid_fee) as payable, postage_fee, _drop_date, _file
    from ods.tmall_order
),
detail as (
    select
        order_no, sub_order_no, cast(null as string), cast(null as string), cast(null as string), cast(null as string),
        created_at, paid_at, cast(null as string), status, cast(null as string),
        seller_note, title, sku_code, quantity, goods_fee, if(paid_at is null, null, paid_fee),
        cast(null as string), cast(null as string), cast(null as string), _drop_date, _file
    from ods.tmall_item
),
timed as (
    select
        *,
        try_to_timestamp(replace(created_at, '/', '-'), 'yyyy-M-d H:m[:s]') as ordered,
        try_to_timestamp(replace(paid_at, '/', '-'), 'yyyy-M-d H:m[:s]') as paid,
        try_to_timestamp(replace(finished_at, '/', '-'), 'yyyy-M-d H:m[:s]') as finished
    from (select * from main union all select * from detail)
),
order_tmall as (
    select
        concat('tmall:', order_no) as order_key, line_key, 'tmall_export' as source, 'tmall' as platform, shop_code, order_no,
        'public' as domain, 'tmall' as channel, cast(null as string) as store_code, id_type, id_namespace, id_value,
        ordered as ordered_at, paid as paid_at, finished as finished_at,
        case when status like '%关闭' then 'CLOSED' when status = '交易成功' then 'FINISHED'
            when status like '卖家%发货%' then 'SHIPPED' end as state,
        kind, note, title, sku_code, cast(round(try_cast(quantity as decimal(14, 4))) as int) as quantity,
        cast(100 * try_cast(list as decimal(18, 2)) as bigint) as list_fen,
        cast(100 * try_cast(line_fee as decimal(18, 2)) as bigint) as line_fen,
        cast(100 * try_cast(coupon_fee as decimal(18, 2)) as bigint) as platform_discount_fen, 0L as points_fen,
        cast(100 * try_cast(payable as decimal(18, 2)) as bigint) as payable_fen,
        cast(100 * try_cast(postage_fee as decimal(18, 2)) as bigint) as postage_fen,
        false as is_gift, cast(null as string) as guide_no, cast(null as string) as private_guide_no,
        cast(null as string) as fulfil_store_code,
        date_trunc('minute', greatest(ordered, paid, finished)) as modified_at,
        1 as source_rank, _drop_date as drop_date, _file as file
    from timed
)
select * from order_tmall
