-- scores.told_order: one row per order number of dwd.order_line.
with
told_order as (
    select
        order_no, any_value(platform) as platform, min(ordered_date) as ordered_date, sum(order_fen) as order_fen,
        sum(pay_fen) as pay_fen, max(status not in ('CREATED', 'CLOSED_UNPAID') and paid_at is null) as is_timeless
    from dwd.order_line
    group by order_no
)
select * from told_order
