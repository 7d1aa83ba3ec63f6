-- dwd.payment: one row per tender with which an order was paid. A till tells several (混合支付); JD takes a balance, the mall
-- takes points; the others take the whole sum in one way. Money of a voided ticket was never taken, nor what stands on a row
-- whose amounts nobody believes (dwd.order_refused).
with
pos as (
    select
        'pos' as platform, store_code as shop_code, sn as order_no, at + 1 as place, tender.code as source_tender,
        map('payCode_1', 'cash', 'payCode_2', 'stored_value', 'payCode_3', 'card', 'payCode_11', 'alipay', 'payCode_13', 'wechat')
            [tender.code] as tender,
        try_cast(sold_at as timestamp) as paid_at, cast(100 * try_cast(tender.amount as decimal(18, 2)) as bigint) as fen,
        try_cast(sold_at as timestamp) as modified_at,
        coalesce(external_order_no, if(upper(ticket_type) = 'SELL_RETURN', original_sn, null), sn) as merchant_order_no,
        _file as file
    from ods.pos_ticket
    lateral view posexplode(from_json(payments, 'array<struct<code:string,amount:string>>')) p as at, tender
    where coalesce(invalid, '0') <> '1'
),
jd as (
    select
        'jd', vender_id, order_no, at + 1, pay_type, if(at = 1, 'balance', if(pay_type = '1', 'on_delivery', 'platform')),
        coalesce(try_cast(paid_at as timestamp), if(pay_type = '1', try_cast(finished_at as timestamp), null)),
        cast(100 * try_cast(yuan as decimal(18, 2)) as bigint), try_cast(modified as timestamp), order_no, _file
    from ods.jd_order
    lateral view posexplode(array(payment, balance_used)) p as at, yuan
    where coalesce(parent_no, '0') in ('0', order_no)
),
mall as (
    select
        'mall', coalesce(source, 'own'), order_sn, at + 1, pay_type,
        if(at = 1, 'points', coalesce(map('1', 'alipay', '2', 'wechat', '3', 'stored_value')[pay_type], 'other')),
        try_cast(paid_at as timestamp), yuan, coalesce(try_cast(updated_at as timestamp), try_cast(created_at as timestamp)),
        order_sn, _file
    from ods.mall_order
    lateral view posexplode(array(
        cast(100 * try_cast(pay_amount as decimal(18, 2)) as bigint),
        cast(100 * aggregate(from_json(items, 'array<struct<integration_amount:decimal(18,2)>>'), cast(0 as decimal(18, 2)),
            (sum, i) -> cast(sum + coalesce(i.integration_amount, 0) as decimal(18, 2))) as bigint))) p as at, yuan
),
tmall as (
    select
        'tmall', seller_nick, tid, 1, cast(null as string), 'alipay',
        if(status in ('WAIT_BUYER_PAY', 'TRADE_NO_CREATE_PAY', 'TRADE_CLOSED_BY_TAOBAO'), null, try_cast(pay_time as timestamp)),
        cast(100 * try_cast(payment as decimal(18, 2)) as bigint), try_cast(modified as timestamp), tid, _file
    from ods.tmall_trade
),
douyin as (
    select
        'douyin', shop_name, order_id, 1, pay_type,
        coalesce(map('0', 'on_delivery', '1', 'wechat', '2', 'alipay', '8', 'credit', '12', 'credit')[pay_type], 'other'),
        timestamp_seconds(nullif(try_cast(pay_time as bigint), 0)), try_cast(pay_amount as bigint),
        timestamp_seconds(try_cast(update_time as bigint)), order_id, _file
    from ods.dy_order
),
said as (
    select * from pos union all select * from jd union all select * from mall union all select * from tmall
    union all select * from douyin
),
payment as (
    select
        concat_ws(':', platform, shop_code, order_no, place) as payment_uid,
        concat_ws(':', platform, shop_code, order_no) as order_uid,
        merchant_order_no, platform, shop_code, coalesce(tender, 'other') as tender, source_tender, paid_at,
        cast(paid_at as date) as paid_date,
        fen as pay_fen, coalesce(modified_at, paid_at) as modified_at
    from said as s
    left anti join dwd.order_refused as w on w.order_no = s.order_no and w.file = s.file
    where paid_at is not null and fen <> 0
)
select * from payment
