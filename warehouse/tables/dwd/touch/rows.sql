-- dwd.touch: one row per touch. Sources say the same columns; codes are looked up first, then scenes, by the touch's date.
with
said as (
    select
        concat('click:', event_uid) as touch_uid, id_type, id_namespace, id_value, 'click' as action,
        cast(null as string) as own_channel, cast(null as string) as own_domain,
        nullif(regexp_extract(query, '(?:^|&)campaign=([^&]+)', 1), '') as code,
        nullif(regexp_extract(query, '(?:^|&)touch=([^&]+)', 1), '') as touch_code,
        scene_code, cast(null as string) as staff_userid, occurred_at as touch_at, event_date as touch_date,
        cast(null as bigint) as cost_fen, is_bot
    from dwd.event
    where event = '$MPLaunch' and scene_code is not null and event_date between :reopened_from and :business_date
    union all
    select
        concat('share:', event_uid), id_type, id_namespace, id_value, 'share', 'share_card', 'referral', null, null,
        null, null, occurred_at, event_date, 0L, is_bot
    from dwd.event
    where event = '$MPShare' and event_date between :reopened_from and :business_date
    union all
    select
        concat(if(kind in ('like', 'comment'), 'click:', 'reach:'), send_uid), id_type, id_namespace, id_value,
        if(kind in ('like', 'comment'), 'click', 'reach'),
        map('mass', 'wecom_mass', 'group', 'wecom_group', 'like', 'wecom_moment', 'comment', 'wecom_moment')[kind],
        'private', campaign, msgid, null, staff_userid, sent_at, sent_date, 0L, false
    from dwd.wecom_send
    where status = 'sent' and id_value is not null and sent_date between :reopened_from and :business_date
    union all
    select
        concat('redeem:', coupon_code), id_type, id_namespace, id_value, 'redeem', 'coupon', 'private', coupon_id, coupon_code,
        null, null, event_at, event_date, amount_fen, false
    from dwd.coupon_event
    where event = 'use' and event_date between :reopened_from and :business_date
    union all
    select
        concat('add:', add_uid), id_type, id_namespace, id_value, 'add', 'wecom_add', 'private', state, null,
        null, staff_userid, added_at, added_date, 0L, false
    from dwd.wecom_add
    where added_date between :reopened_from and :business_date
),
mapped as (
    select
        said.*,
        if(action = 'add', said.code, touch_code) as carrier,
        coalesce(m.channel, own_channel, s.channel, 'other') as channel,
        coalesce(m.domain, own_domain, s.domain, 'unknown') as domain,
        if(action in ('redeem', 'add'), m.campaign, coalesce(m.campaign, said.code)) as campaign,
        said.scene_code is not null and s.scene_code is null as is_unknown_scene,
        coalesce(m.is_reused, false) as is_reused_code,
        coalesce(m.code is null and length(said.code) = 30, false) as is_truncated_code
    from said
    left join dwd.channel_map m on m.code = said.code and said.touch_date between m.valid_from and m.valid_to
    left join dwd.scene_map s on s.scene_code = said.scene_code and said.touch_date between s.valid_from and s.valid_to
),
counted as (
    select touch_uid, most, row_number() over (
        partition by l.channel, scope, l.valid_from, id_type, id_namespace, id_value, touch_date,
            if(scope = 'customer_and_staff', staff_userid, '')
        order by touch_at, touch_uid) as place
    from mapped
    join dwd.touch_limit l on l.channel = mapped.channel and period = 'day' and touch_date between l.valid_from and l.valid_to
    where action = 'reach'
),
beyond as (
    select distinct touch_uid from counted where place > most
),
touch as (
    select
        touch_uid, id_type, id_namespace, id_value, action, domain, channel, campaign, carrier as touch_code, scene_code,
        staff_userid, touch_at, touch_date, cost_fen, is_unknown_scene, is_reused_code, is_truncated_code,
        beyond.touch_uid is not null as is_over_limit, is_bot
    from mapped
    left join beyond using (touch_uid)
    where not (action = 'click' and channel = :direct_channel)
)
select * from touch
