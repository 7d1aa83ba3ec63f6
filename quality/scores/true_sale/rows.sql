-- scores.true_sale: one row per valid sale of the truth that arrived and can be read, or brushed order that nothing tells.
with
true_sale as (
    select
        o.order_uid, o.order_no, to_date(paid_at) as paid_date,
        if(is_timeless, 0L, cast(gmv_paid_fen as bigint)) as paid_fen
    from truth.order as o
    join scores.told_order as a on a.order_no = o.order_no
    left anti join scores.broken_order as b on b.order_no = o.order_no
    left join (select distinct detail as hidden from scores.noted_fault where class = 'brushing_hidden') on hidden = o.order_no
    where valid_sale = 'true' or hidden is not null
)
select * from true_sale
