-- scores.lift_error: one row per model. Its credits to a campaign are those of every month that its touches may earn in. What the
-- world planted is what a campaign made less what it took away.
with
experiment as (
    select
        l.campaign, l.increments, 1.96 * l.error * l.treated as reach,
        cast(t.true_incremental_orders as bigint) - cast(t.true_lost_orders as bigint) as planted
    from ads.campaign_lift as l
    join truth.lift as t on t.campaign = l.campaign
    where l.outcome = 'orders'
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
        m.model, e.campaign, e.increments, e.reach, e.planted, coalesce(c.conversions, 0) as conversions
    from experiment as e
    cross join modelled as m
    left join credited as c on c.model = m.model and c.campaign = e.campaign
),
lift_error as (
    select
        model, count(*) as campaigns, round(sum(conversions), 2) as credited_orders, sum(planted) as planted_orders,
        round(sum(abs(conversions - planted)), 2) as off_planted,
        round(max(if(model = 'last', sum(abs(conversions - planted)), null)) over (), 2) as last_touch_off_planted,
        round(sum(increments), 2) as added_orders,
        round(sum(increments) - sqrt(sum(reach * reach)), 2) as added_low,
        round(sum(increments) + sqrt(sum(reach * reach)), 2) as added_high,
        round(sum(abs(conversions - increments)), 2) as off,
        round(max(if(model = 'last', sum(abs(conversions - increments)), null)) over (), 2) as last_touch_off
    from compared
    group by model
)
select * from lift_error
