-- dws.customer_member: one row per listed member number of a customer registered by the business date.
with
customer_member as (
    select
        oneid, cast(m.registered_at as date) as business_date, m.member_id, gender,
        make_date(birth_year, birth_month, 1) as born_month, level, growth,
        registered_channel, registered_store, guide_no, status, phone is not null as has_phone,
        unionid is not null as has_unionid, tmall_ouid is not null as has_tmall, b.sum_points as points
    from dim.member m
    join dim.identity i on i.id_type = 'member_id' and i.id_namespace = 'crm' and i.id_value = m.member_id
        and i.valid_to is null
    left join dws.points_balance b on b.id_type = 'member_id' and b.id_namespace = 'crm' and b.id_value = m.member_id
    where m.is_listed and cast(m.registered_at as date) <= :business_date
)
select * from customer_member
