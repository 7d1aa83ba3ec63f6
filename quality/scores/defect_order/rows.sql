-- scores.defect_order: one row per class whose cases are orders.
-- A case is fixed, or kept as it is, when the order's amounts are true; it is flagged by the reason or state in "called".
with
noted as (
    select class, any_value(expected_action) as expected_action, split(detail, ' ')[0] as order_no, count(*) as rows
    from scores.noted_fault
    where class in ('late_row', 'very_late_row', 'exact_duplicate', 'note_with_line_break', 'split_order', 'very_late_refund',
        'unpaid_closed', 'full_refund', 'partial_refund', 'presale', 'mixed_tender', 'stored_value', 'platform_subsidy',
        'line_rounding', 'double_credit', 'franchise_fulfilled', 'near_midnight', 'brushing_registered', 'brushing_noted',
        'staff_purchase', 'price_difference', 'reship_exchange', 'zero_price', 'gift_line', 'forfeited_deposit',
        'lines_do_not_sum', 'paid_without_time', 'return_without_original', 'refund_above_paid')
    group by class, split(detail, ' ')[0]
),
swallowed as (
    select detail as order_no from scores.noted_fault where class in ('rounded_id', 'invalid_json')
    union
    select order_no from scores.broken_order
),
line as (
    select
        order_no, collect_set(invalid_reason) as reasons, max(is_gift) as has_gift,
        max(abs(other_discount_fen)) >= 100 as is_odd_sum
    from dwd.order_line
    group by order_no
),
judged as (
    select
        n.class, n.expected_action, s.order_no is not null as is_swallowed,
        case
            when n.expected_action <> 'flag' then t.order_fen = cast(o.gmv_order_fen as bigint)
                and (t.pay_fen = cast(o.gmv_paid_fen as bigint) or t.is_timeless and t.pay_fen = 0)
            when n.class like 'brushing%' then array_contains(reasons, 'brushed')
            when n.class = 'staff_purchase' then array_contains(reasons, 'staff')
            when n.class = 'reship_exchange' then array_contains(reasons, 'reship') or array_contains(reasons, 'zero_price')
            when n.class = 'zero_price' then array_contains(reasons, 'zero_price') or array_contains(reasons, 'sample')
            when n.class = 'gift_line' then has_gift or array_contains(reasons, 'gift')
            when n.class = 'forfeited_deposit' then array_contains(reasons, 'forfeited')
            when n.class = 'lines_do_not_sum' then is_odd_sum
            when n.class = 'paid_without_time' then is_timeless
            when n.class = 'return_without_original' then is_without_order
            when n.class = 'refund_above_paid' then b.refund_fen > coalesce(b.order_pay_fen, t.pay_fen)
            else array_contains(reasons, n.class)
        end as is_right,
        n.order_no
    from noted as n
    join truth.order as o on o.order_no = n.order_no
    left join swallowed as s on s.order_no = n.order_no
    left join line as l on l.order_no = n.order_no
    left join scores.told_order as t on t.order_no = n.order_no
    left join scores.given_back as b on b.order_no = n.order_no
),
defect_order as (
    select
        class, expected_action, count(*) as planted,
        count_if(is_right and expected_action = 'fix') as fixed, count_if(is_right and expected_action = 'flag') as flagged,
        count_if(is_right and expected_action = 'ignore') as kept,
        count_if(is_swallowed and not coalesce(is_right, false)) as swallowed,
        count_if(not is_swallowed and not coalesce(is_right, false)) as missed,
        min(if(not is_swallowed and not coalesce(is_right, false), order_no, null)) as first_missed
    from judged
    group by class, expected_action
)
select * from defect_order
