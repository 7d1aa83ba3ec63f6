-- dim.identity_event: one row per night, id, event and other id. An identifier that changes its customer in a night ends one
-- span and begins another on the same date.
with
moved as (
    select s.assigned_on as event_date, p.oneid as had, s.oneid as has, count(*) as nodes, min(s.node) as node
    from dim.identity_span as s
    left join dim.identity_span as p on p.node = s.node and p.released_on = s.assigned_on
    where s.assigned_on between :reopened_from and :business_date
    group by all
    union all
    select p.released_on, p.oneid, null, count(*), min(p.node)
    from dim.identity_span as p
    left anti join dim.identity_span as s on s.node = p.node and s.assigned_on = p.released_on
    where p.released_on between :reopened_from and :business_date
    group by all
),
named as (
    select event_date, had as oneid from moved where had is not null
    union
    select event_date, has from moved where has is not null
),
standing as (
    select
        event_date, oneid, bool_or(assigned_on < event_date) as stood,
        bool_or(released_on is null or released_on > event_date) as stands
    from named
    join dim.identity_span using (oneid)
    where assigned_on <= event_date and (released_on is null or released_on >= event_date)
    group by event_date, oneid
),
told as (
    select
        m.*, coalesce(before.stands, false) as had_stands, coalesce(after.stood, false) as has_stood,
        bool_or(had is not null) over (partition by m.event_date, has) as has_came,
        bool_or(has is not null) over (partition by m.event_date, had) as had_went
    from moved as m
    left join standing as before on before.event_date = m.event_date and before.oneid = m.had
    left join standing as after on after.event_date = m.event_date and after.oneid = m.has
),
judged as (
    select
        *,
        case
            when had is null then if(has_stood or has_came, null, 'created')
            when has is null then if(had_stands or had_went, null, 'ended')
            when not had_stands then 'merged'
            when not has_stood then 'split'
            else 're_assigned'
        end as event
    from told
),
identity_event as (
    select
        j.event_date, event, if(event in ('created', 'split'), j.has, j.had) as oneid,
        coalesce(case event when 'split' then j.had when 'created' then null else j.has end, 'none') as other_oneid, nodes, node,
        is_added as is_tie_added, left_node as tie_left, right_node as tie_right, evidence as tie_evidence
    from judged as j
    left join dim.identity_trigger as t
        on t.event_date = j.event_date and t.had = j.had and t.has = j.has and is_added = (event <> 'split')
    where event is not null
)
select * from identity_event
