-- dws.credit_candidate: one row per order and ground on which somebody might be credited with it. Guides are candidates as long
-- as they are employed on the pay date; the store of a guide who has left (离职) still is.
with
guide as (
    select code, min_by(struct(staff_no, store_code, left_date), staff_no) as g
    from (select explode(array(staff_no, guide_no)) as code, staff_no, store_code, left_date from dim.staff)
    where code is not null
    group by code
),
order_party as (
    select
        o.*, b.g as bound, s.g as seller, p.g as holder, inviter,
        coalesce(shop.is_brand_revenue, true) as is_brand_revenue,
        case when not shop.is_brand_revenue then 'franchise' when o.platform = 'pos' then 'retail'
            when o.domain = 'public' then 'ecommerce' else 'private' end as sold_by
    from dws.credit_order as o
    left join dws.credit_binding as c on c.order_uid = o.order_uid
    left join guide as b on b.code = c.staff_no
    left join guide as s on s.code = o.guide_no
    left join guide as p on p.code = o.private_guide_no
    left join dws.credit_referral as r on r.order_uid = o.order_uid
    left join dim.shop as shop on shop.platform = o.platform and shop.shop_code = o.shop_code
),
credit_candidate as (
    select
        order_uid, source, party_kind, party, at_store as store_code, sold_by, is_brand_revenue, paid_date, finished_date,
        pay_fen, refund_fen
    from order_party
    lateral view stack(10,
        'binding', 'guide', if(coalesce(bound.left_date > paid_date, true), bound.staff_no, null), bound.store_code,
        'binding_store', 'store', bound.store_code, bound.store_code,
        'order_guide', 'guide', if(coalesce(seller.left_date > paid_date, true), seller.staff_no, null), seller.store_code,
        'order_guide_store', 'store', seller.store_code, seller.store_code,
        'private_guide', 'guide', if(coalesce(holder.left_date > paid_date, true), holder.staff_no, null), holder.store_code,
        'order_store', 'store', store_code, store_code,
        'fulfil_store', 'store', fulfil_store_code, fulfil_store_code,
        'shop', if(platform = 'pos', 'store', 'shop'), if(platform = 'pos', shop_code, concat(platform, ':', shop_code)),
        if(platform = 'pos', shop_code, null),
        'hq', 'hq', if(is_brand_revenue, 'hq', null), cast(null as string),
        'referral', 'customer', inviter, cast(null as string)) c as source, party_kind, party, at_store
    where party is not null
)
select * from credit_candidate
