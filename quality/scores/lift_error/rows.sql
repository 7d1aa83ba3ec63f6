-- scores.lift_error: one row per model. Its credits to a campaign are those of every month that its touches may earn in.
with
experiment as (
    select
        campaign, increments, 1.96 * error * treated as reach
    from ads.campaign_lift
    where outcome = 'orders'
),
modelled as (
    select distinct model from ads.attribution_month
),
credited as (
    select model, campaign, sum(conversions) as conversions
    from ads.attribution_month
    where conversion = 'order' and campaign <> '-'
    group by model, campaign
),
compared as (
    select
        m.model, e.campaign, e.increments, e.reach, coalesce(c.conversions, 0) as conversions
    from experiment as e
    cross join modelled as m
    left join credited as c on c.model = m.model and c.campaign = e.campaign
),
lift_error as (
    select
        model, count(*) as campaigns, round(sum(conversions), 2) as credited_orders, round(sum(increments), 2) as added_orders,
        round(sum(increments) - sqrt(sum(reach * reach)), 2) as added_low,
        round(sum(increments) + sqrt(sum(reach * reach)), 2) as added_high,
        round(sum(abs(conversions - increments)), 2) as off,
        round(max(if(model = 'last', sum(abs(conversions - increments)), null)) over (), 2) as last_touch_off
    from compared
    group by model
)
select * from lift_error
