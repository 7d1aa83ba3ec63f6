-- dwd.receiver: one row per order as landed that shows its addressee; Tmall's export shows more than its interface and no key.
with
tmall as (
    select tid, max_by(struct(seller_nick, ouid), modified) as buyer
    from ods.tmall_trade
    where ouid is not null
    group by tid
),
shown as (
    select
        'tb_ouid' as id_type, seller_nick as id_namespace, ouid as id_value, cast(null as string) as name,
        receiver_mobile as phone, receiver_city as city, receiver_district as district, created as seen
    from ods.tmall_trade
    union all
    select
        'tb_ouid', buyer.seller_nick, buyer.ouid, receiver_name, buyer_phone, cast(null as string), cast(null as string),
        replace(created_at, '/', '-')
    from ods.tmall_order
    join tmall on tid = order_no
    union all
    select 'jd_open_id', vender_id, open_id, receiver_name, phone_mask, city, district, created_at
    from ods.jd_order
    union all
    select
        'dy_doudian_open_id', shop_name, open_id, receiver_name, phone_mask, city, cast(null as string),
        date_format(timestamp_seconds(try_cast(create_time as bigint)), 'yyyy-MM-dd HH:mm:ss')
    from ods.dy_order
),
receiver as (
    select
        id_type, id_namespace, id_value, name,
        nullif(regexp_extract(phone, '^(1[0-9*]{10}|[*]{7}[0-9]{4})$', 1), '') as phone,
        regexp_replace(city, '市$', '') as city, district, try_to_timestamp(seen, 'yyyy-M-d H:m[:s]') as seen_at
    from shown
    where id_value is not null
)
select * from receiver
