-- ads.next_action: one row per night, customer and action that is called for and rested. Limits are those of the day after,
-- when it is done; a limit per guide is held as one per customer. Who is left alone follows from salt, action and customer.
with
told as (
    select oneid, action, max(business_date) as last_date
    from ads.next_action
    where business_date < :business_date and decision in ('do', 'hold_out')
    group by oneid, action
),
used as (
    select oneid, channel, count(*) as in_month
    from dws.customer_touch
    where action = 'reach' and business_date >= trunc(date_add(:business_date, 1), 'MM')
    group by oneid, channel
),
limits as (
    select
        channel,
        min(most) filter (where period = 'day') as a_day,
        min(most) filter (where period = 'month') as a_month
    from dwd.touch_limit
    where date_add(:business_date, 1) between valid_from and valid_to
    group by channel
),
placed as (
    select
        t.*,
        row_number() over (partition by t.oneid, t.channel order by priority desc, t.action) as place,
        least(coalesce(a_day, :most_a_day), :most_a_day) as a_day,
        a_month - coalesce(in_month, 0) as left_in_month,
        pmod(cast(conv(substring(sha2(concat_ws(':', salt, t.action, t.oneid), 256), 1, 8), 16, 10) as bigint), 100) as lot
    from dws.customer_trigger t
    left join told on told.oneid = t.oneid and told.action = t.action
    left join used on used.oneid = t.oneid and used.channel = t.channel
    left join limits on limits.channel = t.channel
    where last_date is null or datediff(:business_date, last_date) > rest_days
),
next_action as (
    select
        cast(:business_date as date) as business_date, oneid, action,
        case when place > a_day or place > left_in_month then 'capped' when lot < hold_out_percent then 'hold_out'
            else 'do' end as decision,
        channel, priority, reason_zh, reason_en, evidence
    from placed
    union all
    select business_date, oneid, action, decision, channel, priority, reason_zh, reason_en, evidence
    from ads.next_action where business_date <> :business_date
)
select * from next_action
