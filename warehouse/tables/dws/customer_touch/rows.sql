-- dws.customer_touch: one row per touch of a customer up to the business date, crawlers left out.
with
customer_touch as (
    select oneid, touch_date as business_date, touch_uid, action, t.domain, channel, campaign, is_over_limit
    from dwd.touch t
    join dim.identity i on i.id_type = t.id_type and i.id_namespace = t.id_namespace and i.id_value = t.id_value
        and t.touch_date >= i.valid_from and t.touch_date < coalesce(i.valid_to, date'9999-12-31')
    where not t.is_bot and t.touch_date <= :business_date
)
select * from customer_touch
