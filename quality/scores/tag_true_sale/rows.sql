-- scores.tag_true_sale: one row per customer.
with
movement as (
    select buyer as person, order_uid, to_date(paid_at) as day, platform in ('pos', 'mall', 'weimob') as is_private,
        cast(gmv_paid_fen as bigint) as pay_fen, 0L as back_fen
    from truth.order
    where valid_sale = 'true' and paid_at is not null
    union all
    select buyer, null, to_date(success_at), platform in ('pos', 'mall', 'weimob'), 0L, cast(r.refund_fen as bigint)
    from truth.refund as r
    join truth.order as o using (order_uid)
    where valid_sale = 'true' and success_at is not null
),
aged as (
    select
        c.oneid, c.today, m.*, datediff(today, day) as age,
        (year(today) - year(day)) * 12 + month(today) - month(day) as months_back
    from scores.tag_case as c
    left join movement as m on m.person = c.person and m.day <= c.today
),
summed as (
    select
        oneid, today,
        count(distinct order_uid) filter (where age < 7) as paid_orders_7d,
        count(distinct order_uid) filter (where age < 30) as paid_orders_30d,
        count(distinct order_uid) filter (where age < 90) as paid_orders_90d,
        count(distinct order_uid) filter (where age < 365) as paid_orders_365d,
        coalesce(sum(pay_fen) filter (where age < 7), 0L) as paid_fen_7d,
        coalesce(sum(pay_fen) filter (where age < 30), 0L) as paid_fen_30d,
        coalesce(sum(pay_fen) filter (where age < 90), 0L) as paid_fen_90d,
        coalesce(sum(pay_fen) filter (where age < 365), 0L) as paid_fen_365d,
        coalesce(sum(back_fen) filter (where age < 7), 0L) as refunded_fen_7d,
        coalesce(sum(back_fen) filter (where age < 30), 0L) as refunded_fen_30d,
        coalesce(sum(back_fen) filter (where age < 90), 0L) as refunded_fen_90d,
        coalesce(sum(back_fen) filter (where age < 365), 0L) as refunded_fen_365d,
        coalesce(sum(pay_fen - back_fen) filter (where age < 7), 0L) as net_fen_7d,
        coalesce(sum(pay_fen - back_fen) filter (where age < 30), 0L) as net_fen_30d,
        coalesce(sum(pay_fen - back_fen) filter (where age < 90), 0L) as net_fen_90d,
        coalesce(sum(pay_fen - back_fen) filter (where age < 365), 0L) as net_fen_365d,
        count(distinct if(age < 30 and order_uid is not null, day, null)) as paid_days_30d,
        count(distinct if(age < 90 and order_uid is not null, day, null)) as paid_days_90d,
        count(distinct if(age < 365 and order_uid is not null, day, null)) as paid_days_365d,
        count(distinct order_uid) filter (where is_private and age < 30) as private_orders_30d,
        count(distinct order_uid) filter (where is_private and age < 90) as private_orders_90d,
        count(distinct order_uid) filter (where is_private and age < 365) as private_orders_365d,
        coalesce(sum(pay_fen) filter (where is_private and age < 30), 0L) as private_paid_fen_30d,
        coalesce(sum(pay_fen) filter (where is_private and age < 90), 0L) as private_paid_fen_90d,
        coalesce(sum(pay_fen) filter (where is_private and age < 365), 0L) as private_paid_fen_365d,
        count(distinct order_uid) filter (where not is_private and age < 30) as public_orders_30d,
        count(distinct order_uid) filter (where not is_private and age < 90) as public_orders_90d,
        count(distinct order_uid) filter (where not is_private and age < 365) as public_orders_365d,
        coalesce(sum(pay_fen) filter (where not is_private and age < 30), 0L) as public_paid_fen_30d,
        coalesce(sum(pay_fen) filter (where not is_private and age < 90), 0L) as public_paid_fen_90d,
        coalesce(sum(pay_fen) filter (where not is_private and age < 365), 0L) as public_paid_fen_365d,
        count(distinct if(order_uid is not null, day, null)) as buying_days,
        count(distinct order_uid) as lifetime_orders,
        coalesce(sum(pay_fen), 0L) as lifetime_paid_fen,
        coalesce(sum(pay_fen - back_fen), 0L) as lifetime_net_fen,
        min(day) filter (where order_uid is not null) as first_paid_date,
        max(day) filter (where order_uid is not null) as last_paid_date,
        max(day) filter (where order_uid is not null and is_private) as last_private_date,
        max(day) filter (where order_uid is not null and not is_private) as last_public_date,
        coalesce(sum(pay_fen - back_fen) filter (where months_back = 1), 0L) as month_1_fen,
        coalesce(sum(pay_fen - back_fen) filter (where months_back = 2), 0L) as month_2_fen,
        coalesce(sum(pay_fen - back_fen) filter (where months_back = 3), 0L) as month_3_fen
    from aged
    group by oneid, today
),
tag_true_sale as (
    select
        *,
        datediff(today, last_paid_date) as days_since_paid,
        datediff(today, first_paid_date) as customer_age_days,
        cast(round(paid_fen_365d / nullif(paid_orders_365d, 0)) as bigint) as avg_order_fen_365d,
        refunded_fen_365d / nullif(paid_fen_365d, 0) as refund_amount_share_365d,
        private_paid_fen_365d / nullif(paid_fen_365d, 0) as private_share,
        buying_days = 1 as is_one_time_buyer, buying_days >= 2 as is_repeat_buyer,
        paid_fen_365d > 0 and refunded_fen_365d >= paid_fen_365d as is_refunding_all,
        paid_orders_365d >= 3 and refunded_fen_365d * 2 > paid_fen_365d as is_heavy_returner,
        month_1_fen < month_2_fen and month_2_fen < month_3_fen as spend_falling_two_months,
        case when paid_days_365d >= 5 then 'high' when paid_days_365d >= 2 then 'medium' when paid_days_365d = 1 then 'low'
            else 'none' end as frequency_band,
        case when last_paid_date is null then 0 when datediff(today, last_paid_date) <= 30 then 5
            when datediff(today, last_paid_date) <= 90 then 4 when datediff(today, last_paid_date) <= 180 then 3
            when datediff(today, last_paid_date) <= 365 then 2 else 1 end as r_score
    from summed
)
select * from tag_true_sale
