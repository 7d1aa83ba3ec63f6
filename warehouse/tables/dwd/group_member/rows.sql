-- dwd.group_member: one row per group, member and joining.
with
state as (
    select
        *, coalesce(_absent_from, _drop_date) as seen_on,
        row_number() over (partition by chat_id order by _drop_date, _take) as no
    from ods.wecom_group
    where _change in ('present', 'gone')
),
listed as (
    select
        chat_id, no, name, owner_userid, member.userid as member_userid, member.type as kind, member.unionid, member.join_scene,
        member.invitor.userid as invitor_userid, member.state,
        timestamp_seconds(cast(member.join_time as bigint)) as joined_at
    from state
    lateral view explode(from_json(members,
        'array<struct<userid:string,type:string,unionid:string,join_time:string,join_scene:string,state:string,
        invitor:struct<userid:string>>>')) m as member
    where member.userid is not null and member.join_time is not null
),
joined as (
    select
        chat_id, member_userid, joined_at, max(no) as last_no,
        max_by(struct(kind, unionid, join_scene, invitor_userid, state, name, owner_userid), no) as seen
    from listed
    group by chat_id, member_userid, joined_at
),
left_again as (
    select
        j.*, timestamp(s.seen_on) as lost_at,
        lead(j.joined_at) over (partition by j.chat_id, j.member_userid order by j.joined_at) as next_at
    from joined j
    left join state s on s.chat_id = j.chat_id and s.no = j.last_no + 1
),
contact as (
    select distinct external_userid from ods.wecom_contact
    union
    select distinct external_userid from ods.wecom_event where external_userid is not null
),
group_member as (
    select
        :corp as corp, chat_id, member_userid, joined_at as valid_from,
        if(lost_at is null, next_at, least(greatest(lost_at, joined_at), next_at)) as valid_to,
        coalesce(lost_at, next_at) is null as is_current,
        case when member_userid like 'wb%' then 'robot' when seen.kind = '1' then 'staff' else 'customer' end as member_type,
        c.external_userid is not null as is_contact,
        seen.unionid, if(seen.unionid is null, null, :open_platform) as unionid_namespace,
        seen.join_scene, seen.invitor_userid, seen.state, seen.name as group_name, seen.owner_userid
    from left_again
    left join contact c on c.external_userid = member_userid
)
select * from group_member
