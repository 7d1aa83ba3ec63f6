-- dws.customer_refund: one row per refund of a known customer, applied for up to the business date, that lowers net sales.
with
customer_refund as (
    select
        oneid, applied_date as business_date, refund_uid, order_uid, channel, domain, quantity, refund_fen, order_pay_fen,
        order_paid_date, refund_date, coalesce(refund_date <= :business_date and status = 'SUCCEEDED', false) as is_succeeded
    from dwd.refund_of_sale r
    join dim.identity i on i.id_type = r.id_type and i.id_namespace = r.id_namespace and i.id_value = r.id_value
        and r.applied_date >= i.valid_from and r.applied_date < coalesce(i.valid_to, date'9999-12-31')
    where r.applied_date <= :business_date
)
select * from customer_refund
