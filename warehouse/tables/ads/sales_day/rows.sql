-- ads.sales_day: one row per business date, domain, channel and store on which anything was ordered, paid or refunded.
with
sale as (
    select
        order_uid, ordered_date, paid_date, domain, channel, coalesce(store_code, 'none') as store,
        id_type, id_namespace, id_value, order_fen, pay_fen
    from dwd.order_line
    where is_valid_sale
),
placed as (
    select ordered_date as business_date, domain, channel, store, sum(order_fen) as order_fen
    from sale
    where ordered_date between :reopened_from and :business_date
    group by all
),
paid as (
    select
        paid_date as business_date, domain, channel, store,
        cast(count(distinct order_uid) as int) as orders,
        cast(count(distinct oneid) as int) as buyers,
        cast(count(distinct if(oneid is null, order_uid, null)) as int) as anonymous_orders,
        cast(count(distinct if(first_paid_date = paid_date, oneid, null)) as int) as new_buyers,
        sum(sale.pay_fen) as pay_fen
    from sale
    left join dim.identity_day as i
        on i.id_type = sale.id_type and i.id_namespace = sale.id_namespace and i.id_value = sale.id_value
            and i.business_date = sale.paid_date
    left join dws.customer_lifetime using (oneid)
    where paid_date between :reopened_from and :business_date
    group by all
),
refunded as (
    select refund_date as business_date, domain, channel, coalesce(store_code, 'none') as store, sum(refund_fen) as refund_fen
    from dwd.refund_of_sale
    where refund_date between :reopened_from and :business_date
    group by all
),
paid_order as (
    select distinct order_uid, paid_date as business_date, domain, channel, store
    from sale
    where paid_date between :reopened_from and :business_date
),
refunded_later as (
    select business_date, o.domain, o.channel, o.store, sum(refund_fen) as later_refund_fen
    from paid_order as o
    join dwd.refund as r on r.order_uid = o.order_uid and r.refund_date is not null
    group by all
),
sales_day as (
    select
        business_date, domain, channel, store as store_code,
        coalesce(orders, 0) as orders,
        coalesce(buyers, 0) as buyers,
        coalesce(anonymous_orders, 0) as anonymous_orders,
        coalesce(new_buyers, 0) as new_buyers,
        coalesce(buyers, 0) - coalesce(new_buyers, 0) as returning_buyers,
        coalesce(order_fen, 0L) as order_fen,
        coalesce(pay_fen, 0L) as pay_fen,
        coalesce(refund_fen, 0L) as refund_fen,
        coalesce(pay_fen, 0L) - coalesce(refund_fen, 0L) as net_fen,
        coalesce(later_refund_fen, 0L) as later_refund_fen
    from placed
    full join paid using (business_date, domain, channel, store)
    full join refunded using (business_date, domain, channel, store)
    left join refunded_later using (business_date, domain, channel, store)
)
select * from sales_day
