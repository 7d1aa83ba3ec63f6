-- dwd.staff_day: one row per guide and day. Percentages and averages become sums; absent is not 0.
with
told as (
    select *, cast(round(cast(chats as int) * try_cast(reply_percent as decimal(9, 4)) / 100) as int) as replied
    from ods.wecom_behavior
),
staff_day as (
    select
        staff_userid,
        cast(timestamp_seconds(cast(stat_s as bigint)) as date) as stat_date,
        cast(chats as int) as chats,
        cast(messages as int) as messages,
        replied as replied_chats,
        cast(round(try_cast(avg_reply_min as decimal(9, 4)) * 60 * replied) as bigint) as reply_s,
        cast(lost_contacts as int) as lost_contacts,
        cast(new_applies as int) as new_applies,
        cast(new_contacts as int) as new_contacts,
        _ingest_ts as modified_at,
        _row_no as row_no
    from told
)
select * from staff_day
