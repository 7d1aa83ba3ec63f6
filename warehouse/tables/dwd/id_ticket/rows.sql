-- dwd.id_ticket: one row per ticket as landed that names an order and a phone; dwd.id_order says whose the order is.
with
ticket as (
    select
        'ticket' as source, ticket_code as record, 'phone' as slot,
        'order_no' as left_type, '*' as left_namespace, coalesce(order_field, order_text) as left_value,
        'phone' as right_type, 'cn' as right_namespace, coalesce(phone_field, phone_text) as right_value, 'M' as at_most,
        false as is_state, timestamp_millis(cast(created_ms as bigint)) as seen_at, cast(null as timestamp) as since_at,
        cast(timestamp_millis(cast(created_ms as bigint)) as date) as said_on,
        cast(coalesce(updated_ms, created_ms) as bigint) as turn
    from dwd.ticket_asked
    where coalesce(order_field, order_text) is not null and coalesce(phone_field, phone_text) is not null
)
select * from ticket
