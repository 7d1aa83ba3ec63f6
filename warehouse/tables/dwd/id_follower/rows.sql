-- dwd.id_follower: one row per reading of a follower that shows a unionid; who unfollows comes without and keeps it.
with
follower as (
    select
        'follower' as source, concat_ws('|', appid, openid) as record, 'unionid' as slot,
        'openid_oa' as left_type, appid as left_namespace, openid as left_value,
        'unionid' as right_type, :open_platform as right_namespace, unionid as right_value, 'S' as at_most, true as is_state,
        coalesce(try_cast(pulled_at as timestamp), timestamp(_drop_date)) as seen_at,
        timestamp_seconds(try_cast(subscribed_at_s as bigint)) as since_at,
        coalesce(cast(try_cast(pulled_at as timestamp) as date), _drop_date) as said_on,
        coalesce(unix_millis(try_cast(pulled_at as timestamp)), 0L) as turn
    from ods.oa_user
    where unionid is not null and openid is not null and appid is not null
)
select * from follower
