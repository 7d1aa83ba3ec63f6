-- dwd.id_member: one row per member, list that shows a change and slot; an openid hangs on the unionid where there is one.
with
bound as (
    select
        'member' as source, member_id as record, slot.name as slot,
        slot.left.type as left_type, slot.left.space as left_namespace, slot.left.value as left_value,
        slot.right.type as right_type, slot.right.space as right_namespace,
        slot.right.value as right_value, slot.at_most, true as is_state, timestamp(_drop_date) as seen_at,
        try_to_timestamp(replace(registered_at, '/', '-'), 'yyyy-M-d[ H:m[:s]]') as since_at, _drop_date as said_on,
        cast(_take as bigint) as turn
    from (
        select
            *, named_struct('type', 'member_id', 'space', 'crm', 'value', member_id) as member,
            named_struct('type', 'unionid', 'space', :open_platform, 'value', unionid) as wechat
        from ods.member
        where _change = 'present'
    )
    lateral view explode(array(
        named_struct('name', 'card_no', 'left', member, 'at_most', 'S',
            'right', named_struct('type', 'card_no', 'space', 'crm', 'value', card_no)),
        named_struct('name', 'phone', 'left', member, 'at_most', 'M',
            'right', named_struct('type', 'phone', 'space', 'cn', 'value', phone)),
        named_struct('name', 'unionid', 'left', member, 'at_most', 'S', 'right', wechat),
        named_struct('name', 'openid', 'left', if(unionid is null, member, wechat), 'at_most', 'S',
            'right', named_struct('type', 'openid_mp', 'space', :appid, 'value', mp_openid)),
        named_struct('name', 'tmall', 'left', member, 'at_most', 'S',
            'right', named_struct('type', 'tb_ouid', 'space', 'taobao', 'value', tmall_ouid)))) s as slot
)
select * from bound
