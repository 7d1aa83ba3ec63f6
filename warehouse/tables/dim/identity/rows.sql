-- dim.identity: one row per identifier seen on an order line, a refund or a member.
with
seen as (
    select id_type, id_namespace, id_value from dwd.order_line
    union
    select id_type, id_namespace, id_value from dwd.refund
    union
    select 'member_id', 'crm', member_id from dim.member
),
identity as (
    select id_type, id_namespace, id_value, concat_ws(':', id_type, id_namespace, id_value) as oneid
    from seen
    where id_value is not null
)
select * from identity
