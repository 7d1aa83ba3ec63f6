-- scores.gmv_day: one row per platform, shop and day whose sums differ from the truth, over orders that arrived.
-- JD names its shop by number and does not say when money went back before the first night: those days are one, "before".
-- A refund of an order that nobody knows (an orphan of defect_flag), and an order with a row that cannot be read, is no day's.
with
first_night as (
    select min(drop_date) as since from ods.file_manifest
),
truth_row as (
    select
        o.platform, if(o.platform = 'jd', '10088', o.shop) as shop, o.order_uid, o.created_at, o.paid_at,
        cast(gmv_order_fen as bigint) as order_fen, if(is_timeless, 0L, cast(gmv_paid_fen as bigint)) as paid_fen
    from truth.order as o
    join scores.told_order as a on a.order_no = o.order_no
    left anti join scores.broken_order as b on b.order_no = o.order_no
),
told_line as (
    select l.* from dwd.order_line as l left anti join scores.broken_order as b on b.order_no = l.order_no
),
told_refund as (
    select r.*
    from dwd.refund as r
    left anti join scores.broken_order as b
        on b.order_no = if(platform = 'pos', regexp_replace(split(refund_uid, ':')[2], '9$', ''), split(order_uid, ':')[2])
    where refund_date is not null and (platform = 'pos' or order_pay_fen is not null)
),
amount as (
    select platform, shop, substring(created_at, 1, 10) as day, order_fen as o, 0L as p, 0L as r, 1 as side from truth_row
    union all
    select platform, shop, substring(paid_at, 1, 10), 0L, paid_fen, 0L, 1 from truth_row where paid_fen <> 0
    union all
    select
        t.platform, t.shop, if(t.platform = 'jd' and to_date(r.success_at) <= since, 'before', substring(r.success_at, 1, 10)),
        0L, 0L, cast(r.refund_fen as bigint), 1
    from truth.refund as r
    join truth_row as t on t.order_uid = r.order_uid
    cross join first_night
    where r.success_at is not null
    union all
    select platform, shop_code, cast(ordered_date as string), order_fen, 0L, 0L, 2 from told_line
    union all
    select platform, shop_code, cast(paid_date as string), 0L, pay_fen, 0L, 2 from told_line where paid_date is not null
    union all
    select
        platform, shop_code, if(platform = 'jd' and refund_date <= since, 'before', cast(refund_date as string)),
        0L, 0L, refund_fen, 2
    from told_refund
    cross join first_night
),
gmv_day as (
    select
        platform, shop, day, sum(if(side = 1, o, 0L)) as true_order_fen, sum(if(side = 2, o, 0L)) as order_fen,
        sum(if(side = 1, p, 0L)) as true_paid_fen, sum(if(side = 2, p, 0L)) as paid_fen,
        sum(if(side = 1, r, 0L)) as true_refund_fen, sum(if(side = 2, r, 0L)) as refund_fen,
        sum(if(side = 1, p - r, r - p)) as net_gap_fen
    from amount
    group by platform, shop, day
    having true_order_fen <> order_fen or true_paid_fen <> paid_fen or true_refund_fen <> refund_fen
)
select * from gmv_day
