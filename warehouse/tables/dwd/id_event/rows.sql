-- dwd.id_event: one row per pair and month for its first and one for its last event; the collector's clock counts. Of one
-- device with many people each is a pair; an openid hangs on the unionid where there is one, a member on the WeChat account.
with
seen as (
    select
        timestamp_millis(coalesce(try_cast(received_ms as bigint), unix_millis(_ingest_ts))) as seen_at,
        if(login_id is null, null, named_struct('type', 'member_id', 'space', 'crm', 'value', login_id)) as member,
        if(unionid is null, null, named_struct('type', 'unionid', 'space', :open_platform, 'value', unionid)) as wechat,
        nullif(regexp_extract(identities, '"\\$identity_mp_(wx[0-9a-z]+)_openid"', 1), '') as appid,
        nullif(regexp_extract(identities, '"\\$identity_mp_wx[0-9a-z]+_openid"\\s*:\\s*"([^"]+)"', 1), '') as openid,
        if(anonymous_id is null, null,
            named_struct('type', 'sa_anonymous', 'space', coalesce(project, 'default'), 'value', anonymous_id)) as device
    from ods.mp_event
),
named as (
    select
        *, if(appid is null or openid is null, null, named_struct('type', 'openid_mp', 'space', appid, 'value', openid)) as app
    from seen
),
pair as (
    select slot.left, slot.right, slot.at_most, trunc(seen_at, 'MM') as said_on, min(seen_at) as first_at, max(seen_at) as last_at
    from named
    lateral view explode(array(
        named_struct('left', member, 'right', coalesce(wechat, app), 'at_most', 'S'),
        named_struct('left', wechat, 'right', app, 'at_most', 'S'),
        named_struct('left', coalesce(app, wechat, member), 'right', device, 'at_most', 'M'))) s as slot
    where slot.left is not null and slot.right is not null
    group by slot.left, slot.right, slot.at_most, trunc(seen_at, 'MM')
),
event as (
    select
        'event' as source, concat_ws('|', left.type, left.space, left.value) as record,
        concat_ws('|', one.name, right.type, right.space, right.value) as slot,
        left.type as left_type, left.space as left_namespace, left.value as left_value,
        right.type as right_type, right.space as right_namespace, right.value as right_value, at_most, false as is_state,
        one.at as seen_at, cast(null as timestamp) as since_at, said_on, one.turn as turn
    from pair
    lateral view explode(array(
        named_struct('name', 'first', 'at', first_at, 'turn', -unix_millis(first_at)),
        named_struct('name', 'last', 'at', last_at, 'turn', unix_millis(last_at)))) e as one
)
select * from event
