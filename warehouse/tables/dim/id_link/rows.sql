-- dim.id_link: one row per edge that merges or did until it was taken back, and per pair that a person said to be one. Uses of
-- a value are a timeline: who comes after it was silent too long is another person (号码回收), the value then another node.
with
good as (
    select *
    from dwd.id_edge e
    left anti join dim.id_bad_value l on l.node = e.left_node
    left anti join dim.id_bad_value r on r.node = e.right_node
    where strength in ('S', 'M')
),
used as (
    select left_node as node, left_type as id_type, right_node as other, first_seen, last_used from good
    union all
    select right_node, right_type, left_node, first_seen, last_used from good
),
silent as (
    select
        node, other, first_seen, first_seen > make_dt_interval(silent_days) + max(last_used) over (
            partition by node order by first_seen, other rows between unbounded preceding and 1 preceding) as is_new
    from used
    join dwd.id_type using (id_type)
    where silent_days > 0
),
epoch as (
    select
        node, other,
        max(if(is_new, cast(first_seen as date), null)) over (partition by node order by first_seen, other) as began_on
    from silent
),
id_link as (
    select
        concat_ws('@', left_node, l.began_on) as left, concat_ws('@', right_node, r.began_on) as right, strength,
        100 - priority as priority, last_seen as seen, evidence, cast(first_seen as date) as first_seen, retracted_on
    from good g
    left anti join dim.id_guess x on x.left_node = g.left_node and x.right_node = g.right_node
    left join epoch l on l.node = g.left_node and l.other = g.right_node
    left join epoch r on r.node = g.right_node and r.other = g.left_node
    union all
    select
        left_node, right_node, 'S', 0, timestamp(decided_on), concat('decision|', decided_by), decided_on, null
    from dwd.id_decision
    where decision = 'same'
)
select * from id_link
