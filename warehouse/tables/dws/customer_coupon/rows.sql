-- dws.customer_coupon: one row per coupon received, used or expired by the business date.
with
customer_coupon as (
    select oneid, event_date as business_date, coupon_code, step, event, coupon_id, amount_fen, is_given_on
    from dwd.coupon_event c
    join dim.identity i on i.id_type = c.id_type and i.id_namespace = c.id_namespace and i.id_value = c.id_value
        and c.event_date >= i.valid_from and c.event_date < coalesce(i.valid_to, date'9999-12-31')
    where c.event_date <= :business_date
)
select * from customer_coupon
