-- dwd.id_group: one row per member from outside, unionid and joining, however many lists show it.
with
listed as (
    select distinct member.userid, member.unionid, timestamp_seconds(try_cast(member.join_time as bigint)) as joined_at
    from ods.wecom_group
    lateral view explode(from_json(
        members, 'array<struct<userid:string,type:string,unionid:string,join_time:string>>')) m as member
    where _change = 'present' and member.type = '2' and member.userid is not null and member.unionid is not null
),
member as (
    select
        'group' as source, userid as record, concat_ws('|', 'unionid', unionid) as slot,
        'external_userid' as left_type, :corp as left_namespace, userid as left_value,
        'unionid' as right_type, :open_platform as right_namespace, unionid as right_value, 'S' as at_most, false as is_state,
        joined_at as seen_at, cast(null as timestamp) as since_at, cast(joined_at as date) as said_on,
        coalesce(unix_millis(joined_at), 0L) as turn
    from listed
    where joined_at is not null
)
select * from member
