-- dws.customer_event: one row per event of a customer who is no crawler, up to the business date.
with
customer_event as (
    select
        oneid, event_date as business_date, event_uid, event, page, e.sku_code, p.top_category, p.category, scene_code,
        utm_source, hour(occurred_at) as event_hour,
        coalesce(datediff(event_date, p.listed_on) < :new_days, false) as is_new_product
    from dwd.event e
    join dim.identity i on i.id_type = e.id_type and i.id_namespace = e.id_namespace and i.id_value = e.id_value
        and e.event_date >= i.valid_from and e.event_date < coalesce(i.valid_to, date'9999-12-31')
    left join dim.product p on p.sku_code = e.sku_code
    where not e.is_bot and e.event_date <= :business_date
)
select * from customer_event
