-- dwd.id_answer: one row per answer that came by a link with a unionid and gives a phone.
with
told as (
    select
        *, try_to_timestamp(replace(submitted_at, '/', '-'), 'yyyy-M-d H:m[:s]') as told_at,
        nullif(regexp_extract(source_detail, '^src_(o[A-Za-z0-9_-]{27})$', 1), '') as unionid
    from ods.nps
),
answer as (
    select
        'answer' as source, concat_ws('|', answer_no, submitted_at) as record, 'phone' as slot,
        'unionid' as left_type, :open_platform as left_namespace, unionid as left_value,
        'phone' as right_type, 'cn' as right_namespace, phone as right_value, 'M' as at_most, false as is_state,
        coalesce(told_at, timestamp(_drop_date)) as seen_at, cast(null as timestamp) as since_at,
        coalesce(cast(told_at as date), _drop_date) as said_on, unix_millis(_ingest_ts) as turn
    from told
    where unionid is not null and phone is not null
)
select * from answer
