-- dws.conversion: one row per valid paid order and per membership up to the business date. An order's refunds lower it when they
-- come, so that conversions of a day add up to pay_fen - later_refund_fen of ads.sales_day.
with
sale as (
    select
        order_uid, min(paid_at) as paid_at, min(paid_date) as paid_date, min(domain) as domain, min(channel) as channel,
        min(store_code) as store_code, min(struct(id_type, id_namespace, id_value)) as id, sum(pay_fen) as pay_fen
    from dwd.order_line
    where is_valid_sale and paid_date <= :business_date
    group by order_uid
),
refunded as (
    select order_uid, sum(refund_fen) as refund_fen
    from dwd.refund
    where refund_date <= :business_date
    group by order_uid
),
owned as (
    select s.*, i.oneid, s.pay_fen - coalesce(r.refund_fen, 0L) as net_fen
    from sale as s
    left join refunded as r on r.order_uid = s.order_uid
    left join dim.identity as i
        on i.id_type = s.id.id_type and i.id_namespace = s.id.id_namespace and i.id_value = s.id.id_value
            and s.paid_date >= i.valid_from and s.paid_date < coalesce(i.valid_to, date'9999-12-31')
),
conversion as (
    select
        order_uid as conversion_uid,
        case when oneid is null then 'unknown_order'
            when row_number() over (partition by oneid order by paid_at, order_uid) = 1 then 'first_order'
            else 'repurchase' end as conversion,
        oneid, paid_at as converted_at, paid_date as converted_date, domain as sale_domain, channel as sale_channel,
        store_code, net_fen
    from owned
    union all
    select
        concat('member:', m.member_id), 'membership', i.oneid, m.registered_at, cast(m.registered_at as date), null,
        coalesce(m.registered_channel, 'unknown'), m.registered_store, 0L
    from dim.member as m
    join dim.identity as i on i.id_type = 'member_id' and i.id_namespace = 'crm' and i.id_value = m.member_id
        and i.valid_to is null
    where cast(m.registered_at as date) <= :business_date
)
select * from conversion
