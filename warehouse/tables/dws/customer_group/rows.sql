-- dws.customer_group: one row per stay in a group that began by the business date.
with
member as (
    select
        *, if(unionid is null, 'external_userid', 'unionid') as id_type,
        if(unionid is null, corp, unionid_namespace) as id_namespace, coalesce(unionid, member_userid) as id_value
    from dwd.group_member
    where member_type = 'customer' and cast(valid_from as date) <= :business_date
),
customer_group as (
    select
        oneid, cast(m.valid_from as date) as business_date, chat_id, member_userid, m.valid_from, join_scene,
        coalesce(cast(m.valid_to as date) > :business_date, true) as is_current
    from member m
    join dim.identity i on i.id_type = m.id_type and i.id_namespace = m.id_namespace and i.id_value = m.id_value
        and cast(m.valid_from as date) >= i.valid_from and cast(m.valid_from as date) < coalesce(i.valid_to, date'9999-12-31')
)
select * from customer_group
