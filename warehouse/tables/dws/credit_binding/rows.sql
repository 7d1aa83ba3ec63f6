-- dws.credit_binding: one row per order whose buyer was somebody's customer. Bindings before the last assignment (转移, 继承) are
-- over. Of those that hold, or are still protected (保护期) though another guide bound the customer or the customer left, the
-- first that is protected counts; when none is, the last.
with
bound as (
    select
        i.oneid, b.staff_no, b.bound_at, b.unbound_at,
        coalesce(b.reason in ('transfer', 'inherit', 'resign'), false) as is_assigned,
        coalesce(b.protected_until_at, date_add(cast(b.bound_at as date), coalesce(r.protect_days, 0))) as protected_until
    from dwd.guide_binding as b
    join dim.identity as i on i.id_type = 'member_id' and i.id_namespace = 'crm' and i.id_value = b.member_id
        and cast(b.bound_at as date) >= i.valid_from and cast(b.bound_at as date) < coalesce(i.valid_to, date'9999-12-31')
    left join dim.credit_rule as r on r.role = 'exclusive_guide' and r.source = 'binding'
        and cast(b.bound_at as date) between r.valid_from and r.valid_to
),
met as (
    select
        o.order_uid, o.paid_at, b.staff_no, b.bound_at, b.unbound_at, o.paid_at < b.protected_until as is_protected,
        max(if(b.is_assigned, b.bound_at, null)) over (partition by o.order_uid) as assigned_at
    from dws.credit_order as o
    join bound as b on b.oneid = o.oneid and b.bound_at <= o.paid_at
),
holding as (
    select
        order_uid, staff_no, is_protected,
        row_number() over (
            partition by order_uid
            order by is_protected desc, if(is_protected, bound_at, null), bound_at desc, staff_no) as place
    from met
    where bound_at >= coalesce(assigned_at, bound_at) and (unbound_at is null or paid_at < unbound_at or is_protected)
),
credit_binding as (
    select order_uid, staff_no, is_protected from holding where place = 1
)
select * from credit_binding
