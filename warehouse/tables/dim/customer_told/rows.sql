-- dim.customer_told: one row per customer, attribute, source and value. Orders tell where and in which domain somebody buys; the
-- customer of an order is who had its identifier on the day of payment.
with
trait as (
    select
        oneid, coalesce(map('member_id', 'crm', 'external_userid', 'wecom', 'tb_ouid', 'tmall', 'jd_open_id', 'jd',
            'dy_doudian_open_id', 'douyin')[split_part(node, '|', 1)], split_part(node, '|', 1)) as source, seen_at,
        stack(5, 'name', name, 'gender', gender, 'birthday', string(birthday), 'phone',
            regexp_replace(phone, '^([0-9]{3})[0-9]{4}([0-9]{4})$', '$1****$2'), 'city', city) as (attribute, value)
    from dim.id_trait
    join dim.identity_span using (node)
    where released_on is null
),
member as (
    select
        oneid, 'crm' as source, updated_at as seen_at, registered_at,
        stack(4, 'level', level, 'registered', string(cast(registered_at as date)), 'guide', guide_no, 'store', registered_store)
            as (attribute, value)
    from dim.member
    join dim.identity on id_type = 'member_id' and id_namespace = 'crm' and id_value = member_id and valid_to is null
),
bought as (
    select
        oneid, platform as source, o.order_uid, o.paid_at,
        stack(2, 'store', store_code, 'domain', domain) as (attribute, value)
    from dwd.order_line o
    join dim.identity i
        on i.id_type = o.id_type and i.id_namespace = o.id_namespace and i.id_value = o.id_value
            and paid_date >= i.valid_from and (i.valid_to is null or paid_date < i.valid_to)
    where paid_at is not null and is_valid_sale
),
told as (
    select oneid, attribute, source, value, seen_at as first_at, seen_at as last_at, cast(null as string) as order_uid from trait
    union all
    select oneid, attribute, source, value, if(attribute = 'registered', registered_at, seen_at), seen_at, null from member
    union all
    select oneid, attribute, source, value, paid_at, paid_at, order_uid from bought
),
customer_told as (
    select
        oneid, attribute, source, value, min(first_at) as first_at, max(last_at) as last_at,
        count(distinct order_uid) + count_if(order_uid is null) as times
    from told
    where value is not null
    group by oneid, attribute, source, value
)
select * from customer_told
