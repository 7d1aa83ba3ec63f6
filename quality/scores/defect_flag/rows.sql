-- scores.defect_flag: one row per class whose cases a column of a typed table shows.
with
noted as (
    select class, expected_action, split(detail, ' ')[0] as detail_key, concat(file, ':', row) as row_key
    from scores.noted_fault
    where class in ('clock_off', 'clock_absurd', 'seconds_for_millis', 'bot_events', 'unknown_scene', 'self_referral',
        'referral_ring', 'two_inviters', 'coupon_after_expiry', 'points_mismatch', 'state_reused', 'state_truncated',
        'over_limit_send', 'spend_without_campaign', 'orphan_refund', 'order_in_text', 'phone_in_text')
),
cased as (
    select distinct
        class, expected_action,
        if(class in ('coupon_after_expiry', 'points_mismatch', 'state_reused', 'state_truncated', 'over_limit_send',
            'spend_without_campaign', 'orphan_refund'), detail_key, row_key) as case_key
    from noted
),
event as (
    select concat(o._file, ':', o._row_no) as row_key, e.clock_issue, e.is_bot, e.scene_code,
        s.scene is null and e.event = '$MPLaunch' as is_unknown
    from ods.mp_event as o
    join dwd.event as e on e.event_uid = md5(concat_ws('|', o.distinct_id, o.event, o.client_ms, o.track_id))
    left join (select distinct scene from ods.scene_map) as s on s.scene = e.scene_code
    where e.clock_issue is not null or e.is_bot or (s.scene is null and e.scene_code is not null and e.event = '$MPLaunch')
),
invited as (
    select concat(o._file, ':', o._row_no) as row_key, r.is_self, r.is_ring, r.is_later_claim
    from ods.referral as o
    join dwd.referral as r on r.referral_id = o.referral_id
    where r.is_self or r.is_ring or r.is_later_claim
),
written as (
    select concat(o._file, ':', o._row_no) as row_key, t.is_order_in_text, t.is_phone_in_text
    from ods.cs_ticket as o
    join dwd.ticket as t on t.ticket_code = o.ticket_code
    where t.is_order_in_text or t.is_phone_in_text
),
shown as (
    select decode(clock_issue, 'absurd', 'clock_absurd', 'seconds', 'seconds_for_millis', 'clock_off') as class,
        row_key as case_key from event where clock_issue is not null
    union select 'bot_events', row_key from event where is_bot
    union select 'unknown_scene', row_key from event where is_unknown and scene_code is not null
    union select 'self_referral', row_key from invited where is_self
    union select 'referral_ring', row_key from invited where is_ring
    union select 'two_inviters', row_key from invited where is_later_claim
    union select 'order_in_text', row_key from written where is_order_in_text
    union select 'phone_in_text', row_key from written where is_phone_in_text
    union select 'coupon_after_expiry', coupon_code from dwd.coupon_event where is_after_expiry
    union select 'points_mismatch', id_value from dws.points_balance where not is_balanced
    union select 'state_reused', touch_code from dwd.touch where is_reused_code
    union select 'state_truncated', touch_code from dwd.touch where is_truncated_code
    union select 'over_limit_send', id_value from dwd.touch where is_over_limit
    union select 'spend_without_campaign', campaign_code from dwd.ad_spend where not is_mapped
    union select 'orphan_refund', split(refund_uid, ':')[2] from dwd.refund where platform <> 'pos' and order_pay_fen is null
),
defect_flag as (
    select
        class, max(expected_action) as expected_action, count(expected_action) as planted,
        count_if(expected_action = 'fix' and is_shown) as fixed, count_if(expected_action = 'flag' and is_shown) as flagged,
        count_if(expected_action is null) as false_alarms, count_if(expected_action is not null and is_shown is null) as missed,
        min(if(is_shown is null, case_key, null)) as first_missed
    from cased
    full join (select class, case_key, true as is_shown from shown) as shown using (class, case_key)
    group by class
)
select * from defect_flag
