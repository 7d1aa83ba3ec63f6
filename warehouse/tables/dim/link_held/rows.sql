-- dim.link_held: one row per two customers whom a strong edge ties and a limit parts. An edge that merges within limits only is
-- no sign of it: a phone is a family's.
with
tied as (
    select
        least(l.cluster, r.cluster) as left_node, greatest(l.cluster, r.cluster) as right_node,
        min(struct(
            priority, substring_index(left, '|', 1) as left_type, substring_index(right, '|', 1) as right_type,
            substring_index(evidence, '|', 1) as source)) as edge
    from dim.id_link
    join dim.id_cluster l on l.node = left
    join dim.id_cluster r on r.node = right
    where strength = 'S' and retracted_on is null and l.cluster <> r.cluster
    group by 1, 2
),
single as (
    select cluster, limit_key from dim.id_single
),
link_held as (
    select
        left_node, right_node,
        concat(
            'both have ', array_join(array_sort(collect_set(l.limit_key)), ', '), ', and one customer has one; ',
            max(edge.source), ' shows ', max(edge.left_type), ' with ', max(edge.right_type)) as reason
    from tied
    join single l on l.cluster = left_node
    join single r on r.cluster = right_node and r.limit_key = l.limit_key
    group by left_node, right_node
)
select * from link_held
