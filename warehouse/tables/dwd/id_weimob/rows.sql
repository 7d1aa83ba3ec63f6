-- dwd.id_weimob: one row per change of a Weimob member and slot. A wid is one merchant's; an openid hangs on the unionid where
-- there is one.
with
member as (
    select
        *, timestamp_millis(try_cast(update_time as bigint)) as changed_at,
        named_struct('type', 'weimob_wid', 'space', coalesce(bos_id, 'weimob'), 'value', wid) as buyer,
        named_struct('type', 'unionid', 'space', :open_platform, 'value', unionid) as wechat
    from ods.weimob_member
),
weimob as (
    select
        'weimob' as source, concat_ws('|', buyer.space, wid) as record, slot.name as slot, slot.left.type as left_type,
        slot.left.space as left_namespace, slot.left.value as left_value, slot.right.type as right_type,
        slot.right.space as right_namespace, slot.right.value as right_value, slot.at_most, true as is_state,
        changed_at as seen_at, try_cast(joined_at as timestamp) as since_at, cast(changed_at as date) as said_on,
        cast(update_time as bigint) as turn
    from member
    lateral view explode(array(
        named_struct('name', 'phone', 'left', buyer, 'at_most', 'M',
            'right', named_struct('type', 'phone', 'space', 'cn', 'value', phone)),
        named_struct('name', 'card_no', 'left', buyer, 'at_most', 'S',
            'right', named_struct('type', 'card_no', 'space', 'crm', 'value', card_no)),
        named_struct('name', 'unionid', 'left', buyer, 'at_most', 'S', 'right', wechat),
        named_struct('name', 'openid', 'left', if(unionid is null, buyer, wechat), 'at_most', 'S',
            'right', named_struct('type', 'openid_mp', 'space', coalesce(appid, 'weimob'), 'value', openid)))) s as slot
)
select * from weimob
