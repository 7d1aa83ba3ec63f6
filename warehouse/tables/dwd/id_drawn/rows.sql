-- dwd.id_drawn: one row per record and slot. What facts lead to follows from all of them: an order number that a second order
-- takes leads to nobody any more. So nothing of it is kept; it is drawn anew from the facts of the night.
with
named as (
    select * from dwd.id_order
    union all
    select * from dwd.id_payer
),
cleaned as (
    select
        n.*, id_clean(left_value, l.swap_from, l.swap_to, l.drop, l.lead) as left_clean,
        id_clean(right_value, r.swap_from, r.swap_to, r.drop, r.lead) as right_clean,
        if(l.is_shared, '*', left_namespace) as left_space, if(r.is_shared, '*', right_namespace) as right_space,
        l.is_personal as left_personal, r.is_personal as right_personal, l.pattern as left_pattern, r.pattern as right_pattern,
        l.refuse as left_refuse, r.refuse as right_refuse
    from named n
    join dwd.id_form l on l.id_type = n.left_type
    join dwd.id_form r on r.id_type = n.right_type
),
tied as (
    select
        *, concat_ws('|', left_type, left_space, if(left_personal, token(left_type, left_clean), left_clean)) as one,
        concat_ws('|', right_type, right_space, if(right_personal, token(right_type, right_clean), right_clean)) as other
    from cleaned
    where id_fits(left_clean, left_pattern, left_refuse) and id_fits(right_clean, right_pattern, right_refuse)
),
id_drawn as (
    select
        source, record, slot, said_on, cast(trunc(said_on, 'MM') as date) as month, least(one, other) as left_node,
        greatest(one, other) as right_node, at_most, is_state, seen_at, since_at, turn
    from tied
)
select * from id_drawn
