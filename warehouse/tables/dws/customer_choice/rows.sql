-- dws.customer_choice: one row per decision of a customer's identifier up to the business date.
with
customer_choice as (
    select oneid, cast(decided_at as date) as business_date, c.id_value, purpose, decided_at, status, restriction, channel,
        row_number() over (partition by c.id_type, c.id_namespace, c.id_value, purpose order by decided_at desc, restriction desc)
            = 1 as is_standing
    from dwd.consent c
    join dim.identity i on i.id_type = c.id_type and i.id_namespace = c.id_namespace and i.id_value = c.id_value
        and cast(c.decided_at as date) >= i.valid_from and cast(c.decided_at as date) < coalesce(i.valid_to, date'9999-12-31')
    where cast(c.decided_at as date) <= :business_date
)
select * from customer_choice
