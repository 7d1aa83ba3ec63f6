-- dwd.ticket_asked: one row per ticket as landed, with what its fields and its text name. A phone has eleven digits, an order
-- number twelve or more.
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
ticket_asked as (
    select
        ticket_code, title, content, status, level, type_name, source, handler, created_ms, updated_ms, order_field, phone_field,
        order_text, phone_text
    from asked
)
select * from ticket_asked
