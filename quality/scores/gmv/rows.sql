-- scores.gmv: one row per platform.
-- An order that differs and of which a noted row cannot be read is broken; one whose day of arrival lies after the last night
-- is untold; one with a readable row and no line in dwd.order_line is lost; one that truth does not know is foreign.
with
landed as (
    select sn as order_no from ods.pos_ticket
    union select order_no from ods.tmall_order
    union select tid from ods.tmall_trade
    union select order_no from ods.jd_order
    union select order_id from ods.dy_order
    union select order_no from ods.dy_export
    union select order_sn from ods.mall_order
    union select order_no from ods.pdd_export
    union select order_no from ods.weimob_order
),
known as (
    select
        coalesce(o.platform, t.platform) as platform, o.order_no, o.order_no is null as is_foreign,
        t.order_no is not null as has_arrived, l.order_no is not null as has_landed, s.order_no is not null as is_broken,
        cast(o.gmv_order_fen as bigint) as true_order_fen, coalesce(t.order_fen, 0L) as order_fen,
        if(t.is_timeless, 0L, cast(o.gmv_paid_fen as bigint)) as true_paid_fen, coalesce(t.pay_fen, 0L) as paid_fen,
        cast(o.refund_fen as bigint) as true_refund_fen, coalesce(b.refund_fen, 0L) as refund_fen
    from truth.order as o
    full join scores.told_order as t on t.order_no = o.order_no
    left join landed as l on l.order_no = o.order_no
    left join scores.broken_order as s on s.order_no = o.order_no
    left join scores.given_back as b on b.order_no = o.order_no
),
compared as (
    select
        *, has_arrived and not is_foreign and (order_fen <> true_order_fen or paid_fen <> true_paid_fen
            or refund_fen <> true_refund_fen) as is_other
    from known
),
summed as (
    select *, has_arrived and not is_foreign and not (is_other and is_broken) as is_summed
    from compared
),
gmv as (
    select
        platform, count(order_no) as true_orders, count_if(has_arrived and not is_foreign) as arrived_orders,
        count_if(is_other and not is_broken) as differing_orders, count_if(is_other and is_broken) as broken_orders,
        count_if(has_landed and not has_arrived and not is_broken) as lost_orders,
        count_if(not has_landed and not has_arrived and not is_foreign) as untold_orders, count_if(is_foreign) as foreign_orders,
        sum(if(is_summed, true_order_fen, 0L)) as true_order_fen, sum(if(is_summed, order_fen, 0L)) as order_fen,
        sum(if(is_summed, true_paid_fen, 0L)) as true_paid_fen, sum(if(is_summed, paid_fen, 0L)) as paid_fen,
        sum(if(is_summed, true_refund_fen, 0L)) as true_refund_fen, sum(if(is_summed, refund_fen, 0L)) as refund_fen,
        min(if(is_other and not is_broken, order_no, null)) as first_differing
    from summed
    group by platform
)
select * from gmv
