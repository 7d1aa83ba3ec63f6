-- scores.id_apart: one row per person who is several customers although edges reach from one to the other, unseen.
with
looked as (
    select l.oneid as one, r.oneid as other
    from (
        select left_node, right_node from dim.link_review where status in ('grey', 'held_apart')
        union all
        select right_node, left_node from dim.link_review where status in ('grey', 'held_apart')
    ) v
    join dim.identity_span l on l.node = v.left_node and l.released_on is null
    join dim.identity_span r on r.node = v.right_node and r.released_on is null
),
id_apart as (
    select distinct p.person
    from scores.reachable_pair p
    join scores.owned_node a on a.person = p.person and a.node = p.node
    join scores.owned_node b on b.person = p.person and b.node = p.other
    where a.oneid <> b.oneid and not exists (select * from looked r where r.one = a.oneid and r.other = b.oneid)
)
select * from id_apart
