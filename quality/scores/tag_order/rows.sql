-- scores.tag_order: one row per order that truth knows to be paid.
with
night as (
    select max(business_date) as today from ads.tag_health
),
told as (
    select order_no, max(oneid) as oneid
    from dwd.order_line
    join dim.identity_day using (id_type, id_namespace, id_value)
    where paid_date = business_date
    group by order_no
),
hidden as (
    select detail as order_no from scores.noted_fault where class = 'brushing_hidden'
    union
    select order_no from scores.broken_order
),
returned as (
    select
        if(r.platform = 'pos', regexp_replace(split(refund_uid, ':')[2], '9$', ''), split(order_uid, ':')[2]) as order_no,
        max(oneid) as oneid, count(*) > count(oneid) as is_nobodys
    from dwd.refund as r
    left join dim.identity_day as d
        on d.id_type = r.id_type and d.id_namespace = r.id_namespace and d.id_value = r.id_value and business_date = refund_date
    where refund_date is not null
    group by 1
),
tag_order as (
    select
        o.buyer as person, o.order_no, t.oneid as told_to,
        t.oneid is null or h.order_no is not null or coalesce(r.is_nobodys or r.oneid <> t.oneid, false) as is_untold
    from truth.order as o
    cross join night
    left join told as t on t.order_no = o.order_no
    left join hidden as h on h.order_no = o.order_no
    left join returned as r on r.order_no = o.order_no
    where to_date(o.paid_at) <= today
)
select * from tag_order
