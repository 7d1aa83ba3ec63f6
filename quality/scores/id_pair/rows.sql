-- scores.id_pair: one row per lake, of pairs of identifiers.
with
reach as (
    select count(*) as reachable, count_if(a.oneid = b.oneid) as found
    from scores.reachable_pair p
    join scores.owned_node a on a.person = p.person and a.node = p.node
    join scores.owned_node b on b.person = p.person and b.node = p.other
),
part as (
    select oneid, person, count(*) as nodes from scores.owned_node group by oneid, person
),
customer as (
    select sum(nodes) as nodes, sum(nodes * (nodes - 1)) div 2 as alike, count(*) as persons from part group by oneid
),
told as (
    select
        coalesce(sum(nodes), 0) as identifiers, count(*) as customers,
        coalesce(sum(nodes * (nodes - 1)) div 2, 0) as told, coalesce(sum(alike), 0) as right,
        coalesce(max(persons), 0) as largest
    from customer
),
id_pair as (
    select identifiers, customers, told, right, told - right as wrong, reachable, found, largest from told cross join reach
)
select * from id_pair
