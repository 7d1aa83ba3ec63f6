-- dwd.id_order: one row per order number that a ticket or an answer with a phone names and that one order alone has. It is read
-- from facts, not from what landed: the order may have come on another night than the question.
with
named as (
    select order_no from dwd.ticket where order_no is not null and id_value is not null
    union
    select order_no from dwd.nps where order_no is not null and phone is not null
),
bought as (
    select
        order_no, min(order_uid) as order_uid, min(ordered_date) as ordered_date, min(ordered_at) as ordered_at,
        min(struct(id_type, id_namespace, id_value)) as buyer
    from dwd.order_line
    join named using (order_no)
    where id_value is not null
    group by order_no
    having count(distinct order_uid) = 1
),
id_order as (
    select
        'order' as source, order_uid as record, 'buyer' as slot, 'order_no' as left_type, '*' as left_namespace,
        order_no as left_value, buyer.id_type as right_type, buyer.id_namespace as right_namespace, buyer.id_value as right_value,
        'M' as at_most, false as is_state, coalesce(ordered_at, timestamp(ordered_date)) as seen_at,
        cast(null as timestamp) as since_at, ordered_date as said_on, 0L as turn
    from bought
)
select * from id_order
