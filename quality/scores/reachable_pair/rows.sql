-- scores.reachable_pair: one row per person and pair of identifiers, the first smaller by text.
with
side as (
    select left_node as node, right_node as other from dwd.id_edge where strength <> 'W' and retracted_on is null
    union all
    select right_node, left_node from dwd.id_edge where strength <> 'W' and retracted_on is null
),
step as (
    select distinct a.person, a.node, b.node as other
    from scores.owned_node a
    join side s on s.node = a.node
    join scores.owned_node b on b.node = s.other and b.person = a.person
    union
    select person, node, node from scores.owned_node
),
steps as (
    select distinct a.person, a.node, b.other from step a join step b on b.person = a.person and b.node = a.other
),
reachable_pair as (
    select distinct a.person, a.node, b.other
    from steps a
    join steps b on b.person = a.person and b.node = a.other
    where a.node < b.other
)
select * from reachable_pair
