-- dwd.id_platform: one row per order that shows the buyer's key of the app beside that of the shop.
with
shown as (
    select
        'tmall' as platform, tid as order_no, 'tb_open_uid' as app_type, :taobao_app as app, buyer_open_uid as app_key,
        'tb_ouid' as shop_type, seller_nick as shop, ouid as shop_key, created, modified, _drop_date
    from ods.tmall_trade
    union all
    select
        'jd', order_no, 'jd_xid', :jd_app, xid, 'jd_open_id', vender_id, open_id, created_at, modified, _drop_date
    from ods.jd_order
),
platform as (
    select
        'platform' as source, concat_ws('|', platform, order_no) as record, 'app_key' as slot,
        app_type as left_type, app as left_namespace, app_key as left_value,
        shop_type as right_type, shop as right_namespace, shop_key as right_value, 'S' as at_most, false as is_state,
        coalesce(try_cast(created as timestamp), timestamp(_drop_date)) as seen_at, cast(null as timestamp) as since_at,
        coalesce(cast(try_cast(created as timestamp) as date), _drop_date) as said_on,
        coalesce(unix_millis(try_cast(modified as timestamp)), 0L) as turn
    from shown
    where app_key is not null and shop_key is not null
)
select * from platform
