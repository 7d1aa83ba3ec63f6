-- dim.id_known: one row per identifier. Facts name identifiers as they came, personal ones as tokens; edges name them clean.
-- Contacts who work for another company are nobody's customer, whatever list has them.
with
named as (
    select id_type, id_namespace, id_value from dwd.order_line
    union
    select id_type, id_namespace, id_value from dwd.refund
    union
    select 'member_id', 'crm', member_id from dim.member
),
tip as (
    select node
    from (
        select left_node as node from dwd.id_edge
        union
        select right_node from dwd.id_edge
    )
    left anti join (select node from dim.id_bad_value where reason = 'other_company') using (node)
),
id_known as (
    select
        id_type, id_namespace, id_value,
        concat_ws('|', id_type, if(coalesce(is_shared, false), '*', id_namespace), if(is_personal, token(id_type, id_value),
            coalesce(id_clean(id_value, swap_from, swap_to, drop, lead), id_value)))
            as node
    from named
    left join dwd.id_form using (id_type)
    where id_value is not null
    union
    select
        split_part(node, '|', 1), split_part(node, '|', 2), substring(node, length(substring_index(node, '|', 2)) + 2), node
    from tip
)
select * from id_known
