-- dwd.payment_bill: one row per entry of a provider's bill. Both providers list refunds as entries of their own: WeChat in
-- columns of their own, Alipay with negative amounts. Fees are told in fractions of a fen by one, negative by the other.
with
wechat as (
    select
        'wechat' as provider, coalesce(nullif(sub_merchant_no, '0'), merchant_no) as merchant_no, transaction_no, order_no,
        nullif(refund_id, '0') as refund_no, if(trade_state in ('REFUND', 'REVOKED'), 'refund', 'pay') as kind,
        case when trade_state not in ('REFUND', 'REVOKED') or refund_state = 'SUCCESS' then 'SUCCEEDED'
            when coalesce(refund_state, 'PROCESSING') = 'PROCESSING' then 'PENDING' else 'FAILED' end as status,
        device, if(openid is null, null, 'openid_pay') as id_type, if(openid is null, null, app_id) as id_namespace,
        openid as id_value, try_cast(traded_at as timestamp) as traded_at,
        try_cast(settle_fee as decimal(18, 2)) as settle, coalesce(try_cast(coupon_fee as decimal(18, 2)), 0) as coupon,
        try_cast(order_fee as decimal(18, 2)) as whole, try_cast(refund_fee as decimal(18, 2)) as back,
        coalesce(try_cast(coupon_refund_fee as decimal(18, 2)), 0) as coupon_back,
        try_cast(refund_apply_fee as decimal(18, 2)) as whole_back, try_cast(fee as decimal(18, 5)) as fee,
        _drop_date as drop_date
    from ods.wechat_bill
),
alipay as (
    select
        'alipay' as provider, coalesce(nullif(regexp_extract(_file, '(2088[0-9]+)_', 1), ''), 'unknown') as merchant_no,
        transaction_no, order_no, refund_no, if(entry_type like '%退款%', 'refund', 'pay') as kind, 'SUCCEEDED' as status,
        device,
        coalesce(to_timestamp(replace(finished_at, '/', '-'), 'yyyy-M-d H:m[:s]'),
            to_timestamp(replace(created_at, '/', '-'), 'yyyy-M-d H:m[:s]')) as traded_at,
        abs(try_cast(order_fee as decimal(18, 2))) as whole, abs(try_cast(receipt_fee as decimal(18, 2))) as settle,
        -coalesce(try_cast(fee as decimal(18, 5)), 0) as fee, _drop_date as drop_date
    from ods.alipay_bill
),
entry as (
    select
        provider, merchant_no, transaction_no, order_no, refund_no, kind, status, device, id_type, id_namespace, id_value,
        traded_at, if(kind = 'pay', coalesce(whole, settle + coupon), coalesce(whole_back, back + coupon_back)) as amount,
        if(kind = 'pay', settle, back) as settled, fee, drop_date
    from wechat
    union all
    select
        provider, merchant_no, transaction_no, order_no, refund_no, kind, status, nullif(device, ''), null, null, null, traded_at,
        whole, settle, fee, drop_date
    from alipay
),
payment_bill as (
    select
        concat_ws(':', provider, merchant_no, transaction_no, if(kind = 'refund', coalesce(refund_no, 'refund'), null))
            as bill_uid,
        provider, merchant_no, transaction_no, order_no, if(kind = 'refund', refund_no, null) as refund_no, kind, status, device,
        id_type, id_namespace, id_value, traded_at, cast(traded_at as date) as bill_date,
        coalesce(cast(100 * amount as bigint), 0L) as amount_fen, coalesce(cast(100 * settled as bigint), 0L) as settled_fen,
        coalesce(cast(round(100 * fee) as bigint), 0L) as fee_fen, cast(drop_date as timestamp) as modified_at
    from entry
)
select * from payment_bill
