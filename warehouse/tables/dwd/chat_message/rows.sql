-- dwd.chat_message: one row per message. Contacts' ids begin with wm or wo, robots' with wb; changes of company are no message.
with
told as (
    select
        *,
        case when from_id rlike '^w[mo]' then 'customer' when from_id rlike '^wb' then 'robot' else 'staff' end as sender,
        from_json(to_ids, 'array<string>')[0] as receiver,
        if(cast(sent_ms as bigint) > 0, timestamp_millis(cast(sent_ms as bigint)), null) as sent_at
    from ods.wecom_msg
    where action in ('send', 'recall') and from_id is not null
),
chat_message as (
    select
        msgid,
        sender,
        case when sender = 'staff' then from_id when room_id is null and not receiver rlike '^w[mob]' then receiver end
            as staff_userid,
        case when sender = 'customer' then from_id when room_id is null and receiver rlike '^w[mo]' then receiver end
            as external_userid,
        room_id,
        action,
        sent_at,
        coalesce(cast(sent_at as date), _drop_date) as sent_date,
        msg_type,
        cast(length as int) as length_chars,
        cast(seq as bigint) as seq_no,
        _ingest_ts as modified_at
    from told
)
select * from chat_message
