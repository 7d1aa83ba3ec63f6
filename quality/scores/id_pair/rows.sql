-- scores.id_pair: one row per lake, of pairs of identifiers.
with
second as (
    select distinct person, node from scores.true_node where cause = 'second_wechat'
),
paired as (
    select a.oneid = b.oneid as is_found, (s.node is null) <> (t.node is null) as is_forbidden
    from scores.reachable_pair p
    join scores.owned_node a on a.person = p.person and a.node = p.node
    join scores.owned_node b on b.person = p.person and b.node = p.other
    left join second s on s.person = p.person and s.node = p.node
    left join second t on t.person = p.person and t.node = p.other
),
reach as (
    select
        count_if(not is_forbidden) as reachable, count_if(is_found and not is_forbidden) as found,
        count_if(is_forbidden) as forbidden, count_if(is_found and is_forbidden) as found_anyway
    from paired
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
    select
        identifiers, customers, told, right, told - right as wrong, reachable, found, forbidden, found_anyway, largest
    from told
    cross join reach
)
select * from id_pair
