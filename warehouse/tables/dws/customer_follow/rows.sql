-- dws.customer_follow: one row per subscription that began by the business date.
with
customer_follow as (
    select
        oneid, cast(r.valid_from as date) as business_date, appid, openid, r.valid_from, began_by, scene,
        coalesce(cast(r.valid_to as date) > :business_date, true) as is_current
    from dwd.oa_relation r
    join dim.identity i on i.id_type = 'openid_oa' and i.id_namespace = r.appid and i.id_value = r.openid
        and cast(r.valid_from as date) >= i.valid_from and cast(r.valid_from as date) < coalesce(i.valid_to, date'9999-12-31')
    where cast(r.valid_from as date) <= :business_date
)
select * from customer_follow
