-- scores.tag_true_relation: one row per customer.
with
other_company as (
    select distinct detail as external_id from scores.noted_fault where class = 'other_company_contact'
),
relation as (
    select
        person, kind, staff_or_group as other, r.external_id, to_date(begins_at) as begins_on, to_date(ends_at) as ends_on,
        began_by, ended_by
    from truth.relation as r
    left anti join other_company as o on o.external_id = r.external_id and r.kind = 'contact'
),
untied as (
    select c.oneid
    from scores.tag_case as c
    join relation as r on r.person = c.person
    left join scores.owned_node as n
        on n.oneid = c.oneid and n.node = concat('external_userid|corp|', r.external_id)
    where n.oneid is null
),
stay as (
    select c.oneid, today, r.*, r.person is not null and coalesce(ends_on > today, true) as is_current
    from scores.tag_case as c
    left join relation as r on r.person = c.person and r.begins_on <= c.today
    left anti join untied as u on u.oneid = c.oneid
),
tag_true_relation as (
    select
        oneid,
        count(distinct other) filter (where kind = 'contact' and is_current) as guides_now,
        count(distinct other) filter (where kind = 'contact') as guides_ever,
        coalesce(bool_or(kind = 'contact' and is_current), false) as is_wecom_friend,
        min(begins_on) filter (where kind = 'contact') as wecom_since_date,
        datediff(max(today), min(begins_on) filter (where kind = 'contact')) as wecom_days,
        count_if(kind = 'contact' and ended_by = 'customer' and ends_on <= today) as guides_deleted,
        count_if(kind = 'contact' and began_by in ('transfer', 'inherit')) as wecom_transfers,
        count_if(kind = 'contact' and began_by = 'readd') as wecom_readds,
        coalesce(bool_or(kind = 'contact') and not bool_or(kind = 'contact' and is_current), false) as is_lost_wecom_friend,
        count(distinct other) filter (where kind = 'group' and is_current) as groups_now,
        count(distinct other) filter (where kind = 'group') as groups_ever,
        coalesce(bool_or(kind = 'group' and is_current), false) as is_in_group,
        max(begins_on) filter (where kind = 'group') as last_group_date
    from stay
    group by oneid
)
select * from tag_true_relation
