-- dim.id_guess: one row per edge that says whose an identifier is by a value that several share (共用): one that two identifiers
-- have of which a customer has one. Theirs are no guesses, limits decide about them.
with
tip as (
    select
        left_node, right_node, left_node as node, left_type as id_type, right_node as other, right_type as other_type, strength,
        retracted_on
    from dwd.id_edge
    union all
    select left_node, right_node, right_node, right_type, left_node, left_type, strength, retracted_on from dwd.id_edge
),
seen as (
    select t.*, o.strength = 'S' and o.most_values = 1 as is_one
    from tip t
    join dwd.id_type n on n.id_type = t.id_type and n.strength = 'M'
    left join dwd.id_type o on o.id_type = t.other_type
    left anti join dim.id_bad_value b on b.node = t.other
    where t.strength in ('S', 'M')
),
shared as (
    select node
    from seen
    where is_one and retracted_on is null
    group by node, substring_index(other, '|', 2)
    having count(*) > 1
),
id_guess as (
    select distinct left_node, right_node
    from seen
    left semi join shared using (node)
    where strength = 'M' and not coalesce(is_one, false)
)
select * from id_guess
