-- dws.sales_credit: one row per paid order and role that somebody has in it, by the rules of its pay date (dim.credit_rule).
with
ruled as (
    select
        c.*, r.role, r.share_percent,
        row_number() over (partition by c.order_uid, r.role order by r.place) as nth
    from dws.credit_candidate as c
    join dim.credit_rule as r on r.source = c.source and c.paid_date between r.valid_from and r.valid_to
),
sales_credit as (
    select
        order_uid, role, party_kind, party,
        case party_kind
            when 'hq' then 'hq'
            when 'customer' then 'member'
            when 'shop' then sold_by
            else if(s.type <=> 'franchise', 'franchise', 'retail')
        end as department,
        source, share_percent, sold_by, is_brand_revenue, paid_date, finished_date, pay_fen as order_pay_fen,
        refund_fen as order_refund_fen, ((pay_fen - refund_fen) * share_percent + 50) div 100 as credit_fen
    from ruled
    left join dim.store as s on s.store_code = ruled.store_code
    where nth = 1
)
select * from sales_credit
