-- dwd.id_mall: one row per order and slot. An openid hangs on the unionid where there is one; the receiver is not always the
-- buyer, so that only a phone confirmed through WeChat vouches for more than a hint.
with
bought as (
    select
        *,
        coalesce(try_cast(created_at as timestamp), timestamp(_drop_date)) as bought_at,
        if(nullif(member_id, '0') is null, null, named_struct('type', 'member_id', 'space', 'crm', 'value', member_id)) as member,
        if(unionid is null, null, named_struct('type', 'unionid', 'space', :open_platform, 'value', unionid)) as wechat,
        if(openid is null, null, if(source = 'channels',
            named_struct('type', 'openid_channels', 'space', :channels_appid, 'value', openid),
            named_struct('type', 'openid_mp', 'space', :appid, 'value', openid))) as app
    from ods.mall_order
),
mall as (
    select
        'mall' as source, order_sn as record, slot.name as slot, slot.left.type as left_type, slot.left.space as left_namespace,
        slot.left.value as left_value, slot.right.type as right_type, slot.right.space as right_namespace,
        slot.right.value as right_value, slot.at_most, false as is_state, bought_at as seen_at,
        cast(null as timestamp) as since_at, cast(bought_at as date) as said_on,
        coalesce(unix_millis(try_cast(updated_at as timestamp)), 0L) as turn
    from bought
    lateral view explode(array(
        named_struct('name', 'unionid', 'left', member, 'at_most', 'S', 'right', wechat),
        named_struct('name', 'openid', 'left', coalesce(wechat, member), 'at_most', 'S', 'right', app),
        named_struct('name', 'verified', 'left', coalesce(wechat, app, member), 'at_most', 'M',
            'right', named_struct('type', 'phone', 'space', 'cn', 'value', phone_verified)),
        named_struct('name', 'receiver', 'left', coalesce(member, wechat, app), 'at_most', 'W',
            'right', named_struct('type', 'phone', 'space', 'cn', 'value', receiver_phone)))) s as slot
    where slot.left is not null and slot.right.value is not null
)
select * from mall
