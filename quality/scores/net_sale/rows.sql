-- scores.net_sale: one row per day of sales, days up to the first night being one. Refunds that sales count
-- and truth cannot are taken off: of broken orders, and of orders nobody knows or that were no sale and are not named.
with
first_night as (
    select min(drop_date) as since from ods.file_manifest
),
untold as (
    select r.refund_date, r.refund_fen
    from (
        select *, if(platform = 'pos', regexp_replace(split(refund_uid, ':')[2], '9$', ''), split(order_uid, ':')[2]) as order_no
        from dwd.refund
        left anti join (select order_uid from dwd.order_line group by order_uid having not max(is_valid_sale)) using (order_uid)
        where refund_date is not null
    ) as r
    left join scores.broken_order as b on b.order_no = r.order_no
    left join scores.true_sale as s on s.order_no = r.order_no
    where b.order_no is not null or order_pay_fen is null and (platform <> 'pos' or s.order_no is null)
),
amount as (
    select paid_date as day, paid_fen as true_paid, 0L as true_refund, 0L as paid, 0L as refund
    from scores.true_sale
    where paid_fen <> 0
    union all
    select to_date(success_at), 0L, cast(r.refund_fen as bigint), 0L, 0L
    from truth.refund as r
    join scores.true_sale as s on s.order_uid = r.order_uid
    where success_at is not null
    union all
    select business_date, 0L, 0L, pay_fen, refund_fen from ads.sales_day
    union all
    select paid_date, 0L, 0L, -pay_fen, 0L
    from dwd.order_line as l
    join scores.broken_order as b on b.order_no = l.order_no
    where is_valid_sale and paid_date is not null
    union all
    select refund_date, 0L, 0L, 0L, -refund_fen from untold
),
net_sale as (
    select
        if(day <= since, 'before', cast(day as string)) as day, sum(true_paid) as true_paid_fen, sum(paid) as paid_fen,
        sum(true_refund) as true_refund_fen, sum(refund) as refund_fen,
        sum(true_paid - true_refund) as true_net_fen, sum(paid - refund) as net_fen
    from amount
    cross join first_night
    group by 1
)
select * from net_sale
