-- dim.identity_trigger: one row per night, customer left, customer joined, and whether the tie came or went. A tie that came
-- joins what had different customers before; one that went joined what has different ones now.
with
went as (
    select s.node, s.assigned_on as event_date, p.oneid as had, s.oneid as has
    from dim.identity_span as s
    join dim.identity_span as p on p.node = s.node and p.released_on = s.assigned_on
    where s.assigned_on between :reopened_from and :business_date
),
tie as (
    select
        left as left_node, right as right_node, strength, priority, evidence, first_seen, retracted_on, false as is_gone
    from dim.id_link
    union all
    select left_node, right_node, 'M', 1000000, 'likely', null, null, false from dim.link_review where status = 'linked'
    union all
    select left_node, right_node, 'S', 0, concat('decision|', decided_by), decided_on, null, true
    from dwd.id_decision
    where decision = 'different'
    union all
    select left_node, right_node, strength, 100 - priority, concat('bad_value|', reason, ': ', b.evidence), null, null, true
    from dwd.id_edge as e
    join dim.id_bad_value as b on b.node = e.left_node or b.node = e.right_node
    where strength in ('S', 'M')
),
half as (
    select left_node as node, right_node as other, * from tie
    union all
    select right_node, left_node, * from tie
),
met as (
    select
        event_date, had, has, left_node, right_node, strength, priority, evidence,
        not is_gone and (retracted_on is null or retracted_on > event_date) as is_added,
        max_by(s.oneid, s.assigned_on) filter (where s.assigned_on < event_date) as other_had,
        max_by(s.oneid, s.assigned_on) filter (where s.released_on is null or s.released_on > event_date) as other_has
    from went
    join half using (node)
    join dim.identity_span as s on s.node = other
    where coalesce(first_seen <= event_date, true) and s.assigned_on <= event_date
        and (s.released_on is null or s.released_on >= event_date)
    group by all
),
identity_trigger as (
    select event_date, had, has, is_added, tie.left_node, tie.right_node, tie.evidence
    from (
        select
            event_date, had, has, is_added,
            min(struct(strength <> 'S' as is_weak, priority, left_node, right_node, evidence)) as tie
        from met
        where is_added and other_has = has and not other_had <=> had or not is_added and other_had = had and not other_has <=> has
        group by event_date, had, has, is_added)
)
select * from identity_trigger
