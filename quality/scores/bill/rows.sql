-- scores.bill: one row per provider of payments and kind of entry.
with
last_night as (
    select max(drop_date) as until from ods.file_manifest
),
true_entry as (
    select
        provider, kind, cast(amount_fen as bigint) as amount_fen, cast(fee_fen as bigint) as fee_fen,
        cast(traded_at as timestamp) as traded_at,
        concat_ws(':', provider, merchant_no, transaction_no, if(kind = 'refund', refund_no, null)) as bill_uid
    from truth.bill
    cross join last_night
    where to_date(drop_date) <= until
),
matched as (
    select
        coalesce(t.provider, b.provider) as provider, coalesce(t.kind, b.kind) as kind, t.bill_uid is null as is_foreign,
        b.bill_uid is null as is_lost, t.amount_fen as true_fen, b.amount_fen,
        t.amount_fen <=> b.amount_fen and t.fee_fen <=> b.fee_fen and t.traded_at <=> b.traded_at
            and t.kind <=> b.kind as is_equal
    from true_entry as t
    full join dwd.payment_bill as b on b.bill_uid = t.bill_uid
),
bill as (
    select
        provider, kind, count_if(not is_foreign) as entries, count_if(is_equal) as equal,
        count_if(not is_foreign and not is_lost and not is_equal) as differing, count_if(is_lost) as lost,
        count_if(is_foreign) as foreign, coalesce(sum(true_fen), 0L) as true_fen, coalesce(sum(amount_fen), 0L) as amount_fen
    from matched
    group by provider, kind
)
select * from bill
