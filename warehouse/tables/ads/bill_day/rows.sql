-- ads.bill_day: one row per business date, provider, payments or refunds, channel and result of the reconciliation.
with
bill_day as (
    select
        business_date, provider, kind, channel, result, cast(count(*) as int) as orders,
        coalesce(sum(bill_fen), 0L) as bill_fen, coalesce(sum(order_fen), 0L) as order_fen,
        coalesce(sum(bill_fen), 0L) - coalesce(sum(order_fen), 0L) as difference_fen, sum(fee_fen) as fee_fen
    from dws.bill_match
    where business_date between :reopened_from and :business_date
    group by all
)
select * from bill_day
