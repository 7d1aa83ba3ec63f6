-- dwd.id_answer: one row per answer that came by a link with a unionid or an order number and gives a phone.
with
told as (
    select
        *, try_to_timestamp(replace(submitted_at, '/', '-'), 'yyyy-M-d H:m[:s]') as told_at,
        nullif(regexp_extract(source_detail, '^src_(o[A-Za-z0-9_-]{27})$', 1), '') as unionid,
        nullif(regexp_extract(source_detail, '^src_([0-9][0-9A-Za-z-]{7,31})$', 1), '') as order_no
    from ods.nps
),
answer as (
    select
        'answer' as source, concat_ws('|', answer_no, submitted_at) as record, 'phone' as slot,
        if(unionid is null, 'order_no', 'unionid') as left_type, if(unionid is null, '*', :open_platform) as left_namespace,
        coalesce(unionid, order_no) as left_value,
        'phone' as right_type, 'cn' as right_namespace, phone as right_value, 'M' as at_most, false as is_state,
        coalesce(told_at, timestamp(_drop_date)) as seen_at, cast(null as timestamp) as since_at,
        coalesce(cast(told_at as date), _drop_date) as said_on, unix_millis(_ingest_ts) as turn
    from told
    where coalesce(unionid, order_no) is not null and phone is not null
)
select * from answer
