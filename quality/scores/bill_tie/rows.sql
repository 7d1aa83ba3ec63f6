-- scores.bill_tie: one row per kind and result of holding bills to the orders of tills and mall.
-- A bill is right, so a difference is an order's: its row is broken, without a time, above what was paid, or not there yet.
with
fault as (
    select class, split(detail, ' ')[0] as detail
    from scores.noted_fault
    where class in ('invalid_json', 'rounded_id', 'paid_without_time', 'orphan_refund', 'refund_above_paid')
),
excused as (
    select detail as order_no from fault
    union select regexp_replace(detail, '9$', '') from fault where class = 'invalid_json'
    union select regexp_replace(detail, '^88(.*).$', '$1') from fault where detail like '88%'
    union select concat('9', substring(detail, 3)) from fault where class = 'orphan_refund'
),
come as (
    select 'pay' as kind, sn as order_no from ods.pos_ticket where upper(ticket_type) = 'SELL'
    union select 'pay', order_sn from ods.mall_order where paid_at is not null
    union select 'refund', original_sn from ods.pos_ticket where original_sn is not null
    union select 'refund', order_sn from ods.mall_refund where status = '2'
),
judged as (
    select
        m.kind, m.result, m.order_no,
        m.result = 'matched' or e.order_no is not null or c.order_no is null as is_explained
    from dws.bill_match as m
    left join excused as e on e.order_no = m.order_no
    left join come as c on c.kind = m.kind and c.order_no = m.order_no
),
bill_tie as (
    select
        kind, result, count(*) as lines, count_if(is_explained) as explained, count_if(not is_explained) as unexplained,
        min(if(is_explained, null, order_no)) as first_unexplained
    from judged
    group by kind, result
)
select * from bill_tie
