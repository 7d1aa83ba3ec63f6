-- dwd.ticket: one row per ticket. A field beats the text.
with
ticket as (
    select
        ticket_code,
        title,
        regexp_replace(content, :phone, '$1****$3') as content,
        nullif(trim(split(type_name, '/')[0]), '') as type_1,
        nullif(trim(split(type_name, '/')[1]), '') as type_2,
        nullif(trim(split(type_name, '/')[2]), '') as type_3,
        coalesce(map('0', 'open', '1', 'working', '2', 'waiting', '3', 'solved', '99', 'closed', '98', 'deleted')[status],
            'unknown') as status,
        cast(level as int) as level,
        source,
        handler,
        if(coalesce(phone_field, phone_text) is not null, 'phone', null) as id_type,
        if(coalesce(phone_field, phone_text) is not null, 'cn', null) as id_namespace,
        token('phone', coalesce(phone_field, phone_text)) as id_value,
        coalesce(order_field, order_text) as order_no,
        order_field is null and order_text is not null as is_order_in_text,
        phone_field is null and phone_text is not null as is_phone_in_text,
        timestamp_millis(cast(created_ms as bigint)) as created_at,
        cast(timestamp_millis(cast(created_ms as bigint)) as date) as created_date,
        timestamp_millis(cast(coalesce(updated_ms, created_ms) as bigint)) as updated_at
    from dwd.ticket_asked
)
select * from ticket
