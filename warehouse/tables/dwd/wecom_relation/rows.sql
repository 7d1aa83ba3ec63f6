-- dwd.wecom_relation: one row per guide, contact and adding.
-- Ends: the call-back of a deletion, else an assignment to a colleague of who is unlisted, or never was listed, else the
-- first list without it. Reports of an adding within 600 s are one adding.
with
list_row as (
    select
        *, timestamp_seconds(cast(created_at_s as bigint)) as made_at,
        last(created_at_s, true) over (partition by staff_userid, external_userid order by _drop_date, _take) as lost_s,
        first(created_at_s, true) over (partition by staff_userid, external_userid order by _drop_date, _take
            rows between 1 following and unbounded following) as found_s
    from ods.wecom_contact
),
call_back as (
    select distinct staff_userid, external_userid, change_type, timestamp_seconds(cast(created_at_s as bigint)) as told_at, state
    from ods.wecom_event
    where staff_userid is not null and external_userid is not null
),
made as (
    select
        staff_userid, external_userid, made_at, max(is_listed) as is_listed,
        max_by(struct(state, add_way, operator_userid, provider, contact_type, unionid, tag_ids),
            struct(is_listed, _drop_date, _take, state)) as seen
    from (
        select
            staff_userid, external_userid, made_at, state, add_way, operator_userid, provider, contact_type, unionid,
            tag_ids, _drop_date, _take, true as is_listed
        from list_row where _change = 'present'
        union all
        select
            staff_userid, external_userid, told_at, state, null, null, null, null, null, null, null, null, false
        from call_back where change_type in ('add_external_contact', 'add_half_external_contact')
    )
    group by staff_userid, external_userid, made_at
),
near as (
    select
        *,
        max(is_listed) over (partition by staff_userid, external_userid order by unix_timestamp(made_at)
            range between 600 preceding and 600 following) as is_near_list,
        count(*) over (partition by staff_userid, external_userid order by unix_timestamp(made_at)
            range between 600 preceding and 1 preceding) as earlier
    from made
),
begun as (
    select *, lag(made_at) over (history) as before_at, lead(made_at) over (history) as next_at
    from near where is_listed or (not is_near_list and earlier = 0)
    window history as (partition by staff_userid, external_userid order by made_at)
),
finish as (
    select
        staff_userid, external_userid, told_at as end_at, 0 as rank,
        if(change_type = 'del_follow_user', 'customer', 'staff') as ended_by
    from call_back where change_type in ('del_external_contact', 'del_follow_user')
    union all
    select
        l.staff_userid, l.external_userid, if(was_listed, max(b.made_at), min(b.made_at)), 1,
        if(max(s.left_on) <= cast(max(to_date(b.made_at)) as string), 'inherit', 'transfer')
    from (
        select staff_userid, external_userid, false as was_listed, made_at as since,
            made_at + make_dt_interval(cast(:list_gap_days as int)) as before
        from begun where not is_listed
        union all
        select staff_userid, external_userid, true, _absent_from - make_dt_interval(cast(:list_gap_days as int)),
            _absent_from + interval 1 day
        from list_row where _change in ('gone', 'missing') and lost_s is distinct from found_s
    ) l
    join begun b
        on b.external_userid = l.external_userid and b.staff_userid <> l.staff_userid and b.is_listed
            and b.seen.add_way = '202' and b.made_at >= l.since and b.made_at < l.before
    left join ods.staff s on s.wecom_userid = l.staff_userid and s._change = 'present'
    group by l.staff_userid, l.external_userid, was_listed, l.since, l.before
    union all
    select
        staff_userid, external_userid, greatest(timestamp(_absent_from), timestamp_seconds(cast(lost_s as bigint))), 2, 'unknown'
    from list_row where _change = 'gone' and lost_s is distinct from found_s
),
closed as (
    select
        b.staff_userid, b.external_userid, b.made_at, b.seen, b.before_at, b.next_at,
        min(struct(f.rank, f.end_at, f.ended_by)) as finish
    from begun b
    left join finish f
        on f.staff_userid = b.staff_userid and f.external_userid = b.external_userid
            and f.end_at >= b.made_at and f.end_at <= coalesce(b.next_at, f.end_at)
    group by all
),
relation as (
    select
        :corp as corp, staff_userid, external_userid, made_at as valid_from, coalesce(finish.end_at, next_at) as valid_to,
        coalesce(finish.end_at, next_at) is null as is_current, coalesce(finish.rank < 2, next_at is null) as is_end_exact,
        case when seen.add_way = '202' then 'transfer' when before_at is not null then 'readd' else 'add' end as began_by,
        coalesce(finish.ended_by, if(next_at is not null, 'unknown', null)) as ended_by, seen.add_way, seen.state,
        seen.operator_userid, not bool_or(seen.contact_type <=> '2') over (partition by external_userid) as is_customer,
        seen.unionid,
        if(seen.unionid is null, null, coalesce(nullif(seen.provider, 'brand'), :open_platform)) as unionid_namespace,
        seen.tag_ids
    from closed
    where finish.end_at is null or finish.end_at > made_at
)
select * from relation
