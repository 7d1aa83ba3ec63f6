-- dws.points_balance: one row per member. The first balance told gives the opening; from there the ledger must add up.
with
summed as (
    select
        id_type,
        id_namespace,
        id_value,
        count(*) as changes,
        coalesce(min_by(balance_points - points, struct(changed_at, trans_no)) filter (where balance_points is not null), 0L)
            as opening_points,
        sum(greatest(points, 0L)) as earned_points,
        -sum(least(points, 0L)) as spent_points,
        max_by(balance_points, struct(changed_at, trans_no)) filter (where balance_points is not null) as told_points,
        max(changed_at) as last_changed_at
    from dwd.points_event
    group by id_type, id_namespace, id_value
),
points_balance as (
    select
        id_type,
        id_namespace,
        id_value,
        changes,
        opening_points,
        earned_points,
        spent_points,
        opening_points + earned_points - spent_points as sum_points,
        told_points as balance_points,
        opening_points + earned_points - spent_points = told_points as is_balanced,
        last_changed_at
    from summed
)
select * from points_balance
