-- dwd.event: one row per event. The phone's clock counts unless it is a day or more away from the collector's.
with
clocked as (
    select
        *,
        cast(client_ms as bigint) as client,
        coalesce(cast(received_ms as bigint), unix_millis(_ingest_ts)) as received,
        if(client < 100000000000 and abs(client * 1000 - received) <= :day_ms, client * 1000, client) as mended,
        case when mended <> client then 'seconds' when abs(mended - received) > 365 * :day_ms then 'absurd'
            when mended > received + :day_ms then 'ahead' when mended < received - :day_ms then 'behind' end as clock_issue,
        timestamp_millis(if(coalesce(clock_issue, 'seconds') = 'seconds', mended, received)) as occurred_at,
        nullif(regexp_extract(identities, '"\\$identity_mp_(wx[0-9a-z]+)_openid"', 1), '') as appid,
        nullif(regexp_extract(identities, '"\\$identity_mp_wx[0-9a-z]+_openid"\\s*:\\s*"([^"]+)"', 1), '') as openid
    from ods.mp_event
),
visited as (
    select
        *,
        count(*) over visitor >= 5 and count(openid) over visitor = 0 and count(login_id) over visitor = 0
            and count_if(event in ('$MPLaunch', '$MPShow')) over visitor = 0
            and max(received) over visitor - min(received) over visitor >= :day_ms / 2 as is_bot
    from clocked
    window visitor as (partition by distinct_id, _drop_date)
),
event as (
    select
        md5(concat_ws('|', distinct_id, event, client_ms, track_id)) as event_uid,
        event,
        event_type,
        case when login_id is not null then 'member_id' when unionid is not null then 'unionid'
            when openid is not null then 'openid_mp' else 'sa_anonymous' end as id_type,
        case when login_id is not null then 'crm' when unionid is not null then :open_platform
            when openid is not null then appid else coalesce(project, 'default') end as id_namespace,
        coalesce(login_id, unionid, openid, anonymous_id, distinct_id) as id_value,
        distinct_id,
        anonymous_id,
        login_id as member_id,
        unionid,
        appid,
        openid,
        occurred_at,
        cast(occurred_at as date) as event_date,
        client as client_ms,
        timestamp_millis(received) as received_at,
        clock_issue,
        datediff(_drop_date, cast(occurred_at as date)) as late_days,
        nullif(regexp_extract(coalesce(scene, latest_scene), '([0-9]+)$', 1), '') as scene_code,
        url_path as page,
        url_query as query,
        sku_code,
        share_distinct_id,
        utm_source,
        is_bot
    from visited
)
select * from event
