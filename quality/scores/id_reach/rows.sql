-- scores.id_reach: one row per kind of identifier; what is in no true edge is the ceiling of recall.
with
owned as (
    select distinct person, id_type, node from scores.true_node
),
side as (
    select left_node as node, right_node as other, strength from dwd.id_edge
    union all
    select right_node, left_node, strength from dwd.id_edge
),
tied as (
    select o.person, o.node, min(array_position(array('S', 'M', 'W'), s.strength)) as level
    from owned o
    join side s on s.node = o.node
    join owned p on p.node = s.other and p.person = o.person
    group by o.person, o.node
),
id_reach as (
    select
        id_type, count(*) as identifiers, count_if(level <= 2) as tied, count_if(level = 3) as hinted,
        count_if(level is null) as unreachable
    from owned
    left join tied using (person, node)
    group by id_type
)
select * from id_reach
