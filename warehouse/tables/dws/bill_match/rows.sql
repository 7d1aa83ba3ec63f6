-- dws.bill_match: one row per date, payments or refunds, and merchant order number in a bill or in the orders whose money we
-- take ourselves, tills and mall. A till's refund is its negative tender; the mall does not say how it pays back.
with
billed as (
    select
        bill_date as business_date, kind, coalesce(order_no, transaction_no) as order_no, min(provider) as provider,
        sum(amount_fen) as bill_fen, sum(fee_fen) as fee_fen
    from dwd.payment_bill
    where bill_date between :reopened_from and :business_date and status <> 'FAILED'
        and not coalesce(order_no, '') rlike '^T[0-9]+P'
    group by all
),
taken as (
    select
        paid_date as business_date, if(pay_fen < 0, 'refund', 'pay') as kind, merchant_order_no as order_no, tender as provider,
        case when platform = 'pos' then 'store' when shop_code = 'channels' then 'channels' else 'mini_program' end as channel,
        abs(pay_fen) as fen
    from dwd.payment
    where paid_date between :reopened_from and :business_date and platform in ('pos', 'mall') and tender in ('wechat', 'alipay')
    union all
    select refund_date, 'refund', substring_index(order_uid, ':', -1), null, channel, refund_fen
    from dwd.refund
    where refund_date between :reopened_from and :business_date and platform = 'mall' and refund_fen > 0
),
ordered as (
    select business_date, kind, order_no, min(provider) as provider, min(channel) as channel, sum(fen) as order_fen
    from taken
    where business_date in (select business_date from billed)
    group by all
),
bill_match as (
    select
        business_date, kind, order_no, coalesce(b.provider, o.provider, 'none') as provider,
        coalesce(channel, 'unknown') as channel,
        bill_fen, order_fen, coalesce(fee_fen, 0L) as fee_fen,
        case when bill_fen is null then 'only_in_orders' when order_fen is null then 'only_in_bill'
            when bill_fen = order_fen then 'matched' else 'amount_differs' end as result
    from billed as b
    full join ordered as o using (business_date, kind, order_no)
)
select * from bill_match
