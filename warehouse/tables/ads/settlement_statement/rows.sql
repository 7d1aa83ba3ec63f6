-- ads.settlement_statement: one row per month booked, month earned, party and item. Months are open `close_days` after their end.
-- Rows of closed months stand as the night before left them (decision 16). What is due now but for them is booked in its own
-- month, or in the first open one. The first night of all books every month as its own.
with
credit as (
    select
        c.order_uid, c.role, c.party_kind, c.party, c.department, c.sold_by, c.is_brand_revenue, c.credit_fen,
        (c.credit_fen * r.rate_permyriad + 5000) div 10000 as commission_fen,
        trunc(date_add(coalesce(c.finished_date, c.paid_date), r.after_days), 'month') as earned_month
    from dws.sales_credit as c
    join dim.commission_rule as r on r.role = c.role and c.paid_date between r.valid_from and r.valid_to
    where date_add(coalesce(c.finished_date, c.paid_date), r.after_days) <= :business_date and c.credit_fen > 0
),
earned as (
    select earned_month, department, party_kind, party, role as item, 1 as orders, credit_fen as base_fen,
        commission_fen as amount_fen
    from credit
    where is_brand_revenue and role <> 'traffic_owner'
    union all
    select earned_month, department, party_kind, party, 'franchise_revenue', 1, credit_fen, 0L
    from credit
    where not is_brand_revenue and role = 'store'
    union all
    select earned_month, payee, 'department', payee, 'internal_fee', orders, base_fen, amount_fen
    from credit
    lateral view stack(2, department, 1, credit_fen, cast(:fee_fen as bigint), sold_by, 1, credit_fen, -cast(:fee_fen as bigint))
        f as payee, orders, base_fen, amount_fen
    where role = 'traffic_owner' and department <> sold_by
),
stated as (
    select booked_month, earned_month, department, party_kind, party, item, orders, base_fen, amount_fen
    from ads.settlement_statement
    where booked_month < trunc(date_sub(:business_date, cast(:close_days as int)), 'month')
),
owed as (
    select
        earned_month, department, party_kind, party, item, sum(orders) as orders, sum(base_fen) as base_fen,
        sum(amount_fen) as amount_fen
    from (
        select earned_month, department, party_kind, party, item, orders, base_fen, amount_fen from earned
        union all
        select earned_month, department, party_kind, party, item, -orders, -base_fen, -amount_fen from stated
    )
    group by all
    having sum(orders) <> 0 or sum(base_fen) <> 0 or sum(amount_fen) <> 0
),
booked as (
    select
        if(s.any_stated, greatest(earned_month, trunc(date_sub(:business_date, cast(:close_days as int)), 'month')), earned_month)
            as booked_month,
        earned_month, department, party_kind, party, item, orders, base_fen, amount_fen
    from owed
    cross join (select count(*) > 0 as any_stated from stated) as s
    union all
    select booked_month, earned_month, department, party_kind, party, item, orders, base_fen, amount_fen from stated
),
settlement_statement as (
    select
        booked_month, earned_month, department, party_kind, party, item, cast(orders as int) as orders, base_fen, amount_fen,
        booked_month > earned_month as is_adjustment,
        booked_month < trunc(date_sub(:business_date, cast(:close_days as int)), 'month') as is_closed
    from booked
)
select * from settlement_statement
