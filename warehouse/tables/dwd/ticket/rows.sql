-- dwd.ticket: one row per ticket. A field beats the text; a phone has eleven digits, an order number twelve or more.
with
asked as (
    select
        *,
        from_json(fields, 'array<struct<title:string,value:string>>') as custom,
        nullif(element_at(filter(custom, f -> f.title like '%订单%' and f.value <> ''), 1).value, '') as order_field,
        nullif(regexp_extract(element_at(filter(custom, f -> f.title rlike '手机|电话' and f.value <> ''), 1).value,
            '1[3-9][0-9]{9}', 0), '') as phone_field,
        coalesce(nullif(regexp_extract(content, '订单号?[:： ]*([0-9A-Za-z-]{8,32})', 1), ''),
            nullif(regexp_extract(content, '(?<![0-9])([0-9]{12,24})(?![0-9])', 1), '')) as order_text,
        nullif(concat(regexp_extract(content, :phone, 1), regexp_extract(content, :phone, 2),
            regexp_extract(content, :phone, 3)), '') as phone_text
    from ods.cs_ticket
),
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
    from asked
)
select * from ticket
