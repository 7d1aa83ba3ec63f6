-- dwd.id_decision: one row per pair of identifiers; of two words on a pair the later counts, of one day that which landed last.
-- What was said of an identifier whose owner asked for deletion is forgotten.
with
said as (
    select
        decision, decided_by, reason, cast(decided_on as date) as decided_on, struct(_drop_date, _file, _row_no) as landed,
        split_part(left_id, '|', 1) as left_type, split_part(left_id, '|', 2) as left_space,
        substring(left_id, length(substring_index(left_id, '|', 2)) + 2) as left_value,
        split_part(right_id, '|', 1) as right_type, split_part(right_id, '|', 2) as right_space,
        substring(right_id, length(substring_index(right_id, '|', 2)) + 2) as right_value
    from ods.id_decision
),
cleaned as (
    select
        s.*,
        id_clean(left_value, l.swap_from, l.swap_to, l.drop, l.lead) as left_clean,
        id_clean(right_value, r.swap_from, r.swap_to, r.drop, r.lead) as right_clean,
        concat_ws('|', left_type, if(l.is_shared, '*', left_space), if(l.is_personal,
            token(left_type, if(left_value like 'tk%', left_value, left_clean)), left_clean)) as one,
        concat_ws('|', right_type, if(r.is_shared, '*', right_space), if(r.is_personal,
            token(right_type, if(right_value like 'tk%', right_value, right_clean)), right_clean)) as other
    from said s
    join dwd.id_form l on l.id_type = left_type
    join dwd.id_form r on r.id_type = right_type
),
word as (
    select
        least(one, other) as left_node, greatest(one, other) as right_node,
        max_by(struct(decision, decided_by, reason, decided_on), struct(decided_on, landed)) as last
    from cleaned
    where one <> other
    group by 1, 2
),
erased as (
    select concat_ws('|', id_type, if(is_shared, '*', id_namespace), id_value) as node
    from dwd.consent
    join dwd.id_form using (id_type)
    where status = 'deletion_requested' and purpose = 'all'
),
id_decision as (
    select left_node, right_node, last.decision, last.decided_by, last.reason, last.decided_on
    from word
    left anti join erased l on l.node = left_node
    left anti join erased r on r.node = right_node
)
select * from id_decision
