-- dwd.id_edge: one row per pair of identifiers. A state holds until its slot says otherwise; what was seen once holds for ever,
-- unless a state that said the same ended later. Who asked for deletion has no edges, whatever comes again.
with
changed as (
    select *, lag(struct(left_node, right_node)) over (partition by source, record, slot order by said_on) as before
    from dwd.id_sighting
    where is_state
),
run as (
    select
        *, lead(said_on) over (partition by source, record, slot order by said_on) as ended_on,
        if(before is null, least(since_at, seen_at), seen_at) as began_at
    from changed
    where before is null or not before <=> struct(left_node, right_node)
),
once as (
    select * from dwd.id_sighting where not is_state
    union all
    select * from dwd.id_drawn
),
said as (
    select left_node, right_node, source, record, at_most, true as is_state, began_at, seen_at, began_at as used_at, ended_on
    from run
    union all
    select left_node, right_node, source, record, at_most, false, seen_at, seen_at, seen_at, null
    from once
),
pair as (
    select
        left_node, right_node, min(array_position(array('S', 'M', 'W'), at_most)) as level,
        array_join(array_sort(collect_set(source)), ',') as sources,
        min_by(concat_ws('|', source, record),
            struct(array_position(array('S', 'M', 'W'), at_most), -unix_millis(seen_at), source, record)) as evidence,
        count(*) as sightings, min(began_at) as first_seen, max(seen_at) as last_seen,
        max(used_at) as last_used,
        bool_or(is_state and ended_on is null) as stands, max(ended_on) as ended_on,
        max(if(is_state, null, cast(seen_at as date))) as seen_on
    from said
    where left_node is not null
    group by left_node, right_node
),
erased as (
    select concat_ws('|', id_type, if(is_shared, '*', id_namespace), id_value) as node, min(cast(decided_at as date)) as erased_on
    from dwd.consent
    join dwd.id_form using (id_type)
    where status = 'deletion_requested' and purpose = 'all'
    group by 1
),
judged as (
    select
        p.*, split_part(left_node, '|', 1) as left_type, split_part(right_node, '|', 1) as right_type,
        least(l.erased_on, r.erased_on) as erased_on,
        if(not stands and coalesce(seen_on < ended_on, true), ended_on, null) as unbound_on
    from pair p
    left join erased l on l.node = p.left_node
    left join erased r on r.node = p.right_node
),
id_edge as (
    select
        left_node, right_node, left_type, right_type,
        array('S', 'M', 'W', 'N')[cast(greatest(
            level, array_position(array('S', 'M', 'W', 'N'), l.strength), array_position(array('S', 'M', 'W', 'N'), r.strength))
            as int) - 1] as strength,
        least(l.priority, r.priority) as priority, sources, evidence, sightings, first_seen, last_seen, last_used,
        least(unbound_on, erased_on) as retracted_on,
        case when erased_on is not null then 'erased' when unbound_on is not null then 'unbound' end as retracted_by
    from judged
    join dwd.id_type l on l.id_type = left_type
    join dwd.id_type r on r.id_type = right_type
    where l.strength <> 'N' and r.strength <> 'N' and left_node <> right_node
)
select * from id_edge
