-- dwd.oa_relation: one row per follower of an account and following.
with
pull as (
    select
        appid, openid, subscribe, unionid, scene, qr_scene_str,
        try_to_timestamp(replace(pulled_at, '/', '-'), 'yyyy-M-d H:m[:s]') as pulled,
        timestamp_seconds(cast(subscribed_at_s as bigint)) as followed
    from ods.oa_user
),
follow as (
    select
        appid, openid, coalesce(followed, pulled) as followed_at,
        max_by(struct(unionid, scene, qr_scene_str), pulled) as seen
    from pull
    where subscribe = '1'
    group by appid, openid, coalesce(followed, pulled)
),
chain as (
    select
        *,
        lag(followed_at) over (history) as before_at,
        lead(followed_at) over (history) as next_at
    from follow
    window history as (partition by appid, openid order by followed_at)
),
closed as (
    select
        c.appid, c.openid, c.followed_at, any_value(c.seen) as seen, any_value(c.before_at) as before_at,
        any_value(c.next_at) as next_at, min(p.pulled) as left_at
    from chain c
    left join pull p
        on p.appid = c.appid and p.openid = c.openid and p.subscribe = '0'
            and p.pulled >= c.followed_at and p.pulled <= coalesce(c.next_at, p.pulled)
    group by c.appid, c.openid, c.followed_at
),
relation as (
    select
        appid, openid, followed_at as valid_from,
        coalesce(left_at, next_at) as valid_to,
        coalesce(left_at, next_at) is null as is_current,
        if(before_at is null, 'follow', 'refollow') as began_by,
        case when left_at is not null then 'unfollow' when next_at is not null then 'unknown' end as ended_by,
        seen.unionid, if(seen.unionid is null, null, :open_platform) as unionid_namespace,
        seen.scene, seen.qr_scene_str
    from closed
)
select * from relation
