-- dwd.id_sighting: one row per record, slot and date; a slot that says nothing, or no identifier, has no nodes.
with
said as (
    select * from dwd.id_member
    union all
    select * from dwd.id_contact
    union all
    select * from dwd.id_follower
    union all
    select * from dwd.id_group
    union all
    select * from dwd.id_pos
    union all
    select * from dwd.id_mall
    union all
    select * from dwd.id_platform
    union all
    select * from dwd.id_event
    union all
    select * from dwd.id_answer
    union all
    select * from dwd.id_ticket
    union all
    select * from dwd.id_weimob
),
cleaned as (
    select
        s.*,
        id_clean(left_value, l.swap_from, l.swap_to, l.drop, l.lead) as left_clean,
        id_clean(right_value, r.swap_from, r.swap_to, r.drop, r.lead) as right_clean,
        if(l.is_shared, '*', left_namespace) as left_space, if(r.is_shared, '*', right_namespace) as right_space,
        l.is_personal as left_personal, r.is_personal as right_personal, l.pattern as left_pattern, r.pattern as right_pattern,
        l.refuse as left_refuse, r.refuse as right_refuse
    from said s
    left join dwd.id_form l on l.id_type = s.left_type
    left join dwd.id_form r on r.id_type = s.right_type
),
paired as (
    select
        *,
        concat_ws('|', left_type, left_space, if(left_personal, token(left_type, left_clean), left_clean)) as one,
        concat_ws('|', right_type, right_space, if(right_personal, token(right_type, right_clean), right_clean)) as other,
        coalesce(id_fits(left_clean, left_pattern, left_refuse) and id_fits(right_clean, right_pattern, right_refuse), false)
            as is_pair
    from cleaned
),
id_sighting as (
    select
        source, record, slot, said_on, cast(trunc(said_on, 'MM') as date) as month,
        if(is_pair, least(one, other), null) as left_node, if(is_pair, greatest(one, other), null) as right_node,
        at_most, is_state, seen_at, since_at, turn
    from paired
    where is_pair or is_state
)
select * from id_sighting
