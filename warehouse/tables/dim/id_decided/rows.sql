-- dim.id_decided: one row per decision on two identifiers that are there.
with
placed as (
    select
        least(l.cluster, r.cluster) as left_node, greatest(l.cluster, r.cluster) as right_node, decision,
        concat_ws(' ', decision, 'says', decided_by, 'on', decided_on) || coalesce(concat(': ', reason), '') as said
    from dwd.id_decision
    join dim.id_cluster l on l.node = left_node
    join dim.id_cluster r on r.node = right_node
),
single as (
    select cluster, limit_key from dim.id_single
),
id_decided as (
    select left_node, right_node, decision, said, min(r.limit_key) as limit_key
    from placed
    left join single l on l.cluster = left_node and left_node <> right_node
    left join single r on r.cluster = right_node and r.limit_key = l.limit_key
    group by left_node, right_node, decision, said
)
select * from id_decided
