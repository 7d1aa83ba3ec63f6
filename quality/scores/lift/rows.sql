-- scores.lift: one row per kind of send. Campaigns of a kind are pooled, each weighed by the inverse of its variance. Kinds are
-- told apart when their difference is beyond 1.96 of its standard error.
with
measured as (
    select
        t.kind, cast(t.planted_points as double) as planted_points, l.treated, l.held_out, 100 * l.lift as points,
        1 / pow(100 * l.error, 2) as weight, l.theta, pow(l.error / l.error_raw, 2) as left_variance, l.is_ratio_wrong
    from ads.campaign_lift as l
    join truth.lift as t on t.campaign = l.campaign
    where l.outcome = 'buyer'
),
pooled as (
    select
        kind, min(planted_points) as planted_points, count(*) as campaigns, sum(treated) as treated, sum(held_out) as held_out,
        sum(weight * points) / sum(weight) as points, 1 / sqrt(sum(weight)) as error, avg(left_variance) as left_variance,
        count_if(is_ratio_wrong) as wrong_ratios
    from measured
    group by kind
),
compared as (
    select
        a.kind, count_if((a.points - b.points) * (a.planted_points - b.planted_points) < 0
            and abs(a.points - b.points) > 1.96 * sqrt(a.error * a.error + b.error * b.error)) as misplaced,
        count_if(abs(a.points - b.points) > 1.96 * sqrt(a.error * a.error + b.error * b.error)) as told_apart
    from pooled as a
    join pooled as b on b.kind <> a.kind
    group by a.kind
),
lift as (
    select
        kind, campaigns, treated, held_out, planted_points, round(points, 3) as points,
        round(points - 1.96 * error, 3) as low, round(points + 1.96 * error, 3) as high,
        planted_points between points - 1.96 * error and points + 1.96 * error as is_covered,
        rank() over (order by planted_points desc) as planted_rank, rank() over (order by points desc) as measured_rank,
        coalesce(told_apart, 0L) as told_apart, coalesce(misplaced, 0L) as misplaced, wrong_ratios,
        round(1 - left_variance, 4) as variance_saved
    from pooled
    left join compared using (kind)
)
select * from lift
