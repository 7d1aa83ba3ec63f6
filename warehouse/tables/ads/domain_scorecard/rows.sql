-- ads.domain_scorecard: one row per month, side (of purchase, of origin) and domain; money is that of ads.sales_day.
with
sold as (
    select
        trunc(business_date, 'month') as month, domain, sum(orders) as orders, sum(pay_fen) as pay_fen,
        sum(refund_fen) as refund_fen
    from ads.sales_day
    where business_date <= :business_date
    group by all
),
buyer as (
    select
        side, month, if(side = 'purchase', domain, origin) as domain, oneid, sum(orders) as orders, sum(pay_fen) as pay_fen,
        sum(refund_fen) as refund_fen, max(is_new) as is_new, min(was_domain) as was_domain,
        min(if(orders > 0, struct(business_date, next_date), null)) as first,
        sum(if(is_halo, orders, 0)) as halo_orders, sum(if(is_halo, pay_fen, 0L)) as halo_fen
    from dws.domain_purchase
    lateral view explode(array('purchase', 'origin')) s as side
    group by all
),
ranked as (
    select
        b.*, ltv_365_fen,
        orders > 0 and (side = 'purchase' or is_new) as is_followed,
        datediff(first.next_date, first.business_date) as days,
        row_number() over (partition by side, month, domain order by orders > 0 desc, pay_fen desc, b.oneid)
            <= (count_if(orders > 0) over (partition by side, month, domain) + 4) div 5 as is_top
    from buyer as b
    left join dws.customer_value as v on v.oneid = b.oneid
),
known as (
    select
        side, month, domain, was_domain, sum(orders) as orders, sum(pay_fen) as pay_fen, sum(refund_fen) as refund_fen,
        count_if(orders > 0) as buyers, count_if(is_new) as new_customers, count_if(is_followed) as followed,
        count_if(is_followed and days <= 30) as again_30, count_if(is_followed and days <= 90) as again_90,
        count_if(is_followed and days <= 365) as again_365, count_if(orders > 0 and was_domain <> domain) as migrated,
        sum(halo_orders) as halo_orders, sum(halo_fen) as halo_fen, sum(if(is_top, pay_fen, 0L)) as top_fen,
        sum(if(is_followed, ltv_365_fen, null)) as ltv_fen, count(if(is_followed, ltv_365_fen, null)) as valued
    from ranked
    group by all
),
part as (
    select p.side, month, p.domain, orders, pay_fen, refund_fen, null as own, 0L as migrated_out
    from sold
    lateral view explode(array(struct('purchase' as side, domain), struct('origin' as side, 'unknown' as domain))) s as p
    union all
    select
        side, month, p.domain, p.sign * orders, p.sign * pay_fen, p.sign * refund_fen, if(p.is_own, own, null),
        if(p.is_own or side = 'origin', 0L, own.migrated)
    from (select *, struct(known.*) as own from known)
    lateral view explode(array(
        struct(domain, true as is_own, if(side = 'origin', 1, 0) as sign),
        struct(if(side = 'origin', 'unknown', was_domain) as domain, false as is_own, if(side = 'origin', -1, 0) as sign))) o as p
),
money as (
    select
        side, month, domain, sum(orders) as orders, sum(pay_fen) as pay_fen, sum(refund_fen) as refund_fen,
        sum(own.pay_fen) as known_fen, sum(own.top_fen) as top_fen, sum(own.buyers) as buyers,
        sum(own.new_customers) as new_customers, sum(own.followed) as followed, sum(own.again_30) as again_30,
        sum(own.again_90) as again_90, sum(own.again_365) as again_365, sum(own.migrated) as migrated_in,
        sum(migrated_out) as migrated_out, sum(own.halo_orders) as halo_orders, sum(own.halo_fen) as halo_fen,
        cast(round(sum(own.ltv_fen) / sum(own.valued)) as bigint) as ltv_365_fen
    from part
    group by side, month, domain
),
domain_scorecard as (
    select
        month, side, domain, m.pay_fen - m.refund_fen as net_fen,
        if(sum(m.pay_fen - m.refund_fen) over total > 0,
            (m.pay_fen - m.refund_fen) / sum(m.pay_fen - m.refund_fen) over total, null) as share,
        m.pay_fen, m.refund_fen, cast(m.orders as int) as orders, cast(coalesce(buyers, 0) as int) as buyers,
        cast(coalesce(new_customers, 0) as int) as new_customers, ad_fen,
        if(domain = 'public' and new_customers > 0, ad_fen div new_customers, null) as acquisition_fen,
        m.pay_fen - m.refund_fen - cast(round(cast(m.pay_fen - m.refund_fen as decimal(18, 0)) * goods_fen
            / nullif(costed_fen, 0L)) as bigint) as margin_fen,
        (m.pay_fen - m.refund_fen - cast(round(cast(m.pay_fen - m.refund_fen as decimal(18, 0)) * goods_fen
            / nullif(costed_fen, 0L)) as bigint)) / if(m.pay_fen > m.refund_fen, m.pay_fen - m.refund_fen, null) as margin_rate,
        ltv_365_fen, payback_months,
        if(date_add(last_day(month), 30) <= :business_date and followed > 0, again_30 / followed, null) as repurchase_30,
        if(date_add(last_day(month), 90) <= :business_date and followed > 0, again_90 / followed, null) as repurchase_90,
        if(date_add(last_day(month), 365) <= :business_date and followed > 0, again_365 / followed, null) as repurchase_365,
        if(side = 'purchase', cast(coalesce(migrated_in, 0) as int), null) as migrated_in,
        if(side = 'purchase', cast(coalesce(migrated_out, 0) as int), null) as migrated_out,
        if(side = 'purchase', cast(coalesce(halo_orders, 0) as int), null) as halo_orders,
        if(side = 'purchase', coalesce(halo_fen, 0L), null) as halo_fen,
        if(known_fen > 0, top_fen / known_fen, null) as top_share,
        sum(m.pay_fen - m.refund_fen) over total as total_fen, sales_fen
    from money as m
    join (select month, sum(pay_fen - refund_fen) as sales_fen from sold group by month) using (month)
    left join dws.ad_month using (month, domain)
    left join dws.domain_worth using (side, month, domain)
    where m.orders <> 0 or m.pay_fen <> 0 or m.refund_fen <> 0
    window total as (partition by side, month)
)
select * from domain_scorecard
