-- dws.customer_ticket: one row per service ticket of a customer up to the business date.
with
customer_ticket as (
    select oneid, created_date as business_date, ticket_code, type_1, type_2, type_3, status, level, source
    from dwd.ticket t
    join dim.identity i on i.id_type = t.id_type and i.id_namespace = t.id_namespace and i.id_value = t.id_value
        and t.created_date >= i.valid_from and t.created_date < coalesce(i.valid_to, date'9999-12-31')
    where t.created_date <= :business_date and t.status <> 'deleted'
)
select * from customer_ticket
