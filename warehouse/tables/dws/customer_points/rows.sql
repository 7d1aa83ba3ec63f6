-- dws.customer_points: one row per change of points up to the business date.
with
customer_points as (
    select oneid, changed_date as business_date, trans_no, points
    from dwd.points_event e
    join dim.identity i on i.id_type = e.id_type and i.id_namespace = e.id_namespace and i.id_value = e.id_value
        and e.changed_date >= i.valid_from and e.changed_date < coalesce(i.valid_to, date'9999-12-31')
    where e.changed_date <= :business_date
)
select * from customer_points
