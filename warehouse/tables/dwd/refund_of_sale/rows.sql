-- dwd.refund_of_sale: one row per refund but those of orders that are no sale (brushed, staff, test … : dwd.valid_sale), so that
-- net sales take back only what sales had counted. A refund whose order has not landed counts.
with
no_sale as (
    select order_uid
    from dwd.order_line
    where ordered_date >= date_sub(:reopened_from, cast(:back_days as int))
    group by order_uid
    having not max(is_valid_sale)
),
refund_of_sale as (
    select
        refund_uid, order_uid, domain, channel, store_code, id_type, id_namespace, id_value, quantity, applied_date, refund_date,
        order_paid_date, order_pay_fen, refund_fen, status
    from dwd.refund
    left anti join no_sale using (order_uid)
)
select * from refund_of_sale
