-- dws.customer_contact: one row per WeCom relation of a customer that began by the business date.
with
customer_contact as (
    select
        oneid, cast(r.valid_from as date) as business_date, staff_userid, external_userid, r.valid_from,
        if(cast(r.valid_to as date) <= :business_date, cast(r.valid_to as date), null) as ended_date,
        coalesce(cast(r.valid_to as date) > :business_date, true) as is_current,
        began_by, if(cast(r.valid_to as date) <= :business_date, ended_by, null) as ended_by, add_way
    from dwd.wecom_relation r
    join dim.identity i on i.id_type = 'external_userid' and i.id_namespace = r.corp and i.id_value = r.external_userid
        and cast(r.valid_from as date) >= i.valid_from and cast(r.valid_from as date) < coalesce(i.valid_to, date'9999-12-31')
    where r.is_customer and cast(r.valid_from as date) <= :business_date
)
select * from customer_contact
