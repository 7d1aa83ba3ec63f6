-- dwd.id_pos: one row per ticket with a customer and slot; card and phone stand in the till's record of the customer.
with
ticket as (
    select *, try_cast(sold_at as timestamp) as sold, concat('pospal:', store_code) as till
    from ods.pos_ticket
    where nullif(customer_uid, '0') is not null
),
pos as (
    select
        'pos' as source, concat_ws('|', store_code, sn) as record, slot.name as slot,
        'member_id' as left_type, till as left_namespace, customer_uid as left_value,
        slot.name as right_type, slot.space as right_namespace, slot.value as right_value, slot.at_most, false as is_state,
        coalesce(sold, timestamp(_drop_date)) as seen_at, cast(null as timestamp) as since_at,
        coalesce(cast(sold as date), _drop_date) as said_on, unix_millis(_ingest_ts) as turn
    from ticket
    lateral view explode(array(
        named_struct('name', 'card_no', 'space', 'crm', 'value', card_no, 'at_most', 'S'),
        named_struct('name', 'phone', 'space', 'cn', 'value', phone, 'at_most', 'M'))) s as slot
    where slot.value is not null
)
select * from pos
