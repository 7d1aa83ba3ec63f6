-- scores.broken_order: one row per order of which a row that is broken, has a rounded number, or lies in a file of the wrong
-- unit, was to tell.
with
fault as (
    select distinct split(detail, ' ')[0] as detail from scores.noted_fault where class in ('rounded_id', 'invalid_json')
),
named as (
    select detail as order_no from fault
    union
    select regexp_replace(detail, '9$', '') from fault
    union
    select r.order_no
    from dwd.order_refused as r
    join scores.noted_fault as f on f.class = r.reason and f.file = r.file
    union
    select split(r.order_uid, ':')[2] from truth.refund as r join fault as f on f.detail = r.refund_id
),
broken_order as (
    select o.order_no from truth.order as o join named as n on n.order_no = o.order_no
)
select * from broken_order
