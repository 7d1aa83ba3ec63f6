-- dws.domain_purchase: one row per customer, date and domain with a paid valid order or a refund up to the business date.
with
contact as (
    select oneid, min(business_date) as contact_date from dws.customer_contact group by oneid
),
day as (
    select
        d.oneid, d.business_date, trunc(d.business_date, 'month') as month, d.domain, d.orders, d.pay_fen, d.refund_fen,
        coalesce(c.first_domain, 'unknown') as origin, c.first_paid_date, contact_date,
        if(d.orders > 0, struct(d.business_date, d.domain), null) as purchase
    from dws.customer_day as d
    join dws.customer_lifetime as c on c.oneid = d.oneid
    left join contact on contact.oneid = d.oneid
    where d.business_date <= :business_date
),
domain_purchase as (
    select
        oneid, business_date, month, domain, orders, pay_fen, refund_fen, origin,
        orders > 0 and business_date = first_paid_date and domain = origin as is_new,
        min(purchase.business_date) over (
            partition by oneid order by unix_date(business_date) range between 1 following and unbounded following) as next_date,
        (max(purchase) over (
            partition by oneid order by unix_date(month) range between unbounded preceding and 1 preceding)).domain as was_domain,
        case domain
            when 'public' then coalesce(least(contact_date,
                min(if(domain = 'private', purchase.business_date, null)) over (partition by oneid)) < business_date, false)
            when 'private' then coalesce(
                min(if(domain = 'public', purchase.business_date, null)) over (partition by oneid) < business_date, false)
            else false
        end as is_halo
    from day
)
select * from domain_purchase
