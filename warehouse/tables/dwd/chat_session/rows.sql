-- dwd.chat_session: one row per conversation, cut at silences. A wait runs from the first message of a customer's turn.
with
message as (
    select
        staff_userid, external_userid, sent_date, sent_at, msgid, sender,
        unix_timestamp(sent_at) as at_s,
        least(greatest(hour(sent_at) * 3600 + minute(sent_at) * 60 + second(sent_at), :open_s), :close_s) as service_at_s,
        lag(sender) over pair as sender_before,
        coalesce(unix_timestamp(sent_at) - lag(unix_timestamp(sent_at)) over pair > :silence_s, true) as is_first
    from dwd.chat_message
    where room_id is null and action = 'send' and sender in ('customer', 'staff') and sent_at is not null
        and staff_userid is not null and external_userid is not null
        and sent_date between :reopened_from and :business_date
    window pair as (partition by staff_userid, external_userid, sent_date order by sent_at, msgid)
),
numbered as (
    select
        *,
        sum(if(is_first, 1, 0)) over pair as session_no,
        last_value(if(sender = 'customer' and (is_first or sender_before = 'staff'), service_at_s, null), true) over pair
            as waiting_from_s
    from message
    window pair as (partition by staff_userid, external_userid, sent_date order by sent_at, msgid
        rows between unbounded preceding and current row)
),
answered as (
    select
        *,
        if(sender = 'staff' and sender_before = 'customer' and not is_first,
            cast(service_at_s - waiting_from_s as bigint), null) as waited_s
    from numbered
),
chat_session as (
    select
        concat_ws(':', staff_userid, external_userid, date_format(min(sent_at), 'yyyyMMddHHmmssSSS')) as session_uid,
        staff_userid,
        'external_userid' as id_type,
        :corp as id_namespace,
        external_userid as id_value,
        sent_date as session_date,
        min(sent_at) as started_at,
        max(sent_at) as ended_at,
        min_by(sender, struct(sent_at, msgid)) as first_speaker,
        cast(count_if(sender = 'customer') as int) as customer_messages,
        cast(count_if(sender = 'staff') as int) as staff_messages,
        cast(count(waited_s) as int) as replies,
        coalesce(sum(waited_s), 0L) as reply_s,
        min_by(waited_s, struct(sent_at, msgid)) filter (where waited_s is not null) as first_reply_s,
        max(waited_s) as max_reply_s,
        max_by(sender, struct(sent_at, msgid)) = 'staff' as is_answered,
        count(distinct sender) = 2 as is_effective
    from answered
    group by staff_userid, external_userid, sent_date, session_no
)
select * from chat_session
