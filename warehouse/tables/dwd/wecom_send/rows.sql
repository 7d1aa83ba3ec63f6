-- dwd.wecom_send: one row per send and target; a status that comes later replaces the earlier one. A target that is neither
-- dated nor sent is no send yet.
with
told as (
    select
        *,
        case when kind in ('groupmsg', 'groupchat') then if(chat_id is null, 'mass', 'group')
            else map('moment', 'moment', 'moment_like', 'like', 'moment_comment', 'comment')[kind] end as what,
        timestamp_seconds(cast(coalesce(created_s, sent_s) as bigint)) as created,
        case when kind in ('groupmsg', 'groupchat') then status when kind = 'moment' then publish_status else '1' end as code
    from ods.wecom_send
    where coalesce(created_s, sent_s) is not null
),
wecom_send as (
    select
        concat_ws(':', what, msgid, coalesce(staff_userid, ''), coalesce(external_userid, chat_id, '')) as send_uid,
        what as kind,
        msgid,
        campaign_code as campaign,
        staff_userid,
        case when external_userid is not null then 'external_userid' when chat_id is not null then 'wecom_chat' end as id_type,
        if(coalesce(external_userid, chat_id) is not null, :corp, null) as id_namespace,
        coalesce(external_userid, chat_id) as id_value,
        coalesce(map('0', 'not_sent', '1', 'sent', '2', 'not_friend', '3', 'limited')[code], 'unknown') as status,
        created as created_at,
        cast(created as date) as created_date,
        if(code = '1', coalesce(timestamp_seconds(cast(sent_s as bigint)), created), null) as sent_at,
        cast(if(code = '1', coalesce(timestamp_seconds(cast(sent_s as bigint)), created), null) as date) as sent_date,
        _ingest_ts as modified_at
    from told
)
select * from wecom_send
