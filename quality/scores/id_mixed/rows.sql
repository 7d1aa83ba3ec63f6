-- scores.id_mixed: one row per class and person whose customer holds an identifier of somebody else.
with
mixed as (
    select distinct person
    from scores.owned_node
    join (select oneid from scores.owned_node group by oneid having count(distinct person) > 1) using (oneid)
),
collided as (
    select explode(persons) as person
    from (
        select collect_set(o.person) as persons
        from scores.owned_node o
        join scores.id_case c on c.person = o.person and c.class = 'colliding_unionid'
        group by o.oneid
    )
    where size(persons) > 1
),
id_mixed as (
    select class, person from scores.id_case join mixed using (person) where class <> 'colliding_unionid'
    union
    select 'colliding_unionid', person from collided
)
select * from id_mixed
