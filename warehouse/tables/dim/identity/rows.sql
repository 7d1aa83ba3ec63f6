-- dim.identity: one row per identifier and owner. A value is its next owner's from the day that stands behind its node.
with
held as (
    select
        regexp_replace(node, '@[0-9]{4}-[0-9]{2}-[0-9]{2}$', '') as node, oneid,
        coalesce(try_cast(nullif(regexp_extract(node, '@([0-9]{4}-[0-9]{2}-[0-9]{2})$', 1), '') as date), date'1970-01-01')
            as valid_from
    from dim.identity_span
    where released_on is null
),
owned as (
    select *, lead(valid_from) over (partition by node order by valid_from) as valid_to from held
),
identity as (
    select id_type, id_namespace, id_value, oneid, valid_from, valid_to
    from dim.id_known
    join owned using (node)
)
select * from identity
