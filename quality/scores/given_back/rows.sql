-- scores.given_back: one row per order with a refund. The number of a store's return is its ticket's with a 9 behind.
with
given_back as (
    select
        if(platform = 'pos', regexp_replace(split(refund_uid, ':')[2], '9$', ''), split(order_uid, ':')[2]) as order_no,
        max(order_uid is null) as is_without_order, max(order_pay_fen) as order_pay_fen,
        sum(if(refund_date is not null, refund_fen, 0L)) as refund_fen
    from dwd.refund
    group by 1
)
select * from given_back
