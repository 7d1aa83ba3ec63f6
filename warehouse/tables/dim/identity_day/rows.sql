-- dim.identity_day: one row per identifier and day on which it paid or got money back.
with
day as (
    select id_type, id_namespace, id_value, paid_date as business_date from dwd.order_line where paid_date is not null
    union
    select id_type, id_namespace, id_value, refund_date from dwd.refund where refund_date is not null
),
identity_day as (
    select d.id_type, d.id_namespace, d.id_value, d.business_date, i.oneid
    from day d
    join dim.identity i
        on i.id_type = d.id_type and i.id_namespace = d.id_namespace and i.id_value = d.id_value
            and d.business_date >= i.valid_from and (i.valid_to is null or d.business_date < i.valid_to)
)
select * from identity_day
