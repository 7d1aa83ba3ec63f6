with
day as (
    select id_type, id_namespace, id_value, paid_date as business_date from dwd.order_line where paid_date is not null
    union
    select id_type, id_namespace, id_value, refund_date from dwd.refund where refund_date is not null
),
identity_day as (
    select *, concat_ws(':', id_type, id_namespace, id_value) as oneid from day where id_value is not null
)
select * from identity_day
