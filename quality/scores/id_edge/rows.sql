-- scores.id_edge: one row per kinds of both ends and strength, without edges of bad values.
with
person as (
    select node, collect_set(person) as persons from scores.true_node group by node
),
id_edge as (
    select
        left_type, right_type, strength, count(*) as edges,
        count_if(arrays_overlap(l.persons, r.persons)) as same,
        count_if(not arrays_overlap(l.persons, r.persons)) as different,
        count_if(l.node is null or r.node is null) as unknown
    from dwd.id_edge e
    left anti join dim.id_bad_value b on b.node = e.left_node
    left anti join dim.id_bad_value c on c.node = e.right_node
    left join person l on l.node = e.left_node
    left join person r on r.node = e.right_node
    where retracted_on is null
    group by left_type, right_type, strength
)
select * from id_edge
