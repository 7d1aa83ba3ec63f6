-- scores.owned_node: one row per identifier and owner; what several persons share at one time is left out, and a time of a value
-- that has passed and that no edge of before its next owner still holds: it is nobody's now.
with
span as (
    select
        regexp_replace(node, '@[0-9]{4}-[0-9]{2}-[0-9]{2}$', '') as node, oneid,
        try_cast(nullif(regexp_extract(node, '@([0-9]{4}-[0-9]{2}-[0-9]{2})$', 1), '') as date) as began_on
    from dim.identity_span
    where released_on is null
),
held as (
    select *, lead(began_on) over (partition by node order by began_on nulls first) as ended_on from span
),
side as (
    select left_node as node, cast(first_seen as date) as seen_on from dwd.id_edge where strength <> 'W' and retracted_on is null
    union all
    select right_node, cast(first_seen as date) from dwd.id_edge where strength <> 'W' and retracted_on is null
),
live as (
    select distinct h.node, h.oneid
    from held h
    left join side s on s.node = h.node and s.seen_on >= coalesce(h.began_on, date '0001-01-01') and s.seen_on < h.ended_on
    where h.ended_on is null or s.node is not null
),
owned_node as (
    select h.node, h.oneid, min(o.person) as person
    from held h
    join live using (node, oneid)
    join scores.true_node o on o.node = h.node
    where (h.ended_on is null or o.valid_from is null or o.valid_from < h.ended_on)
        and (h.began_on is null or o.valid_to is null or o.valid_to > h.began_on)
    group by h.node, h.oneid, h.began_on
    having count(distinct o.person) = 1
)
select * from owned_node
