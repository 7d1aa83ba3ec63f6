-- dwd.order_mall: one row per line. Orders whose source is channels were made in the Channels shop (视频号小店).
with
order_mall as (
    select
        concat('mall:', order_sn) as order_key, format_string('%03d', coalesce(at, 0) + 1) as line_key,
        'mall' as source, 'mall' as platform, shop as shop_code, order_sn as order_no, 'private' as domain,
        if(shop = 'channels', 'channels', 'mini_program') as channel, cast(null as string) as store_code,
        who.type as id_type, who.space as id_namespace, who.value as id_value,
        try_cast(created_at as timestamp) as ordered_at, try_cast(paid_at as timestamp) as paid_at,
        if(status = '3', try_cast(finished_at as timestamp), null) as finished_at,
        if(status = '4' and pay_type <> '0', 'REFUNDED',
            map('1', 'PAID', '2', 'SHIPPED', '3', 'FINISHED', '4', 'CLOSED', '5', 'CLOSED')[status]) as state,
        case when status = '5' then 'voided' when is_staff in ('true', '1') then 'staff' when is_test in ('true', '1') then 'test'
            else map('3', 'wholesale', '4', 'gift', '8', 'identity_check', '20', 'sample', '81', 'gift_card')[order_type]
            end as kind,
        cast(null as string) as note, cast(null as string) as title, item.sku_code,
        cast(round(try_cast(item.quantity as decimal(14, 4))) as int) as quantity,
        cast(100 * try_cast(item.price as decimal(14, 2)) * try_cast(item.quantity as decimal(14, 4)) as bigint) as list_fen,
        cast(100 * try_cast(item.real_amount as decimal(18, 2)) as bigint) as line_fen, 0L as platform_discount_fen,
        coalesce(cast(100 * try_cast(item.integration_amount as decimal(18, 2)) as bigint), 0L) as points_fen,
        cast(100 * try_cast(pay_amount as decimal(18, 2)) as bigint) as payable_fen,
        cast(100 * try_cast(freight_amount as decimal(18, 2)) as bigint) as postage_fen,
        coalesce(item.is_present in ('true', '1'), false) as is_gift, guide_no, private_guide_no,
        fulfil_store as fulfil_store_code,
        coalesce(try_cast(updated_at as timestamp), try_cast(created_at as timestamp)) as modified_at, 2 as source_rank,
        _drop_date as drop_date, _file as file
    from (
        select
            *, coalesce(source, 'own') as shop,
            case when nullif(member_id, '0') is not null
                    then named_struct('type', 'member_id', 'space', 'crm', 'value', member_id)
                when unionid is not null then named_struct('type', 'unionid', 'space', :open_platform, 'value', unionid)
                when openid is null then null
                when source = 'channels' then named_struct('type', 'openid_channels', 'space', :channels_appid, 'value', openid)
                else named_struct('type', 'openid_mp', 'space', :appid, 'value', openid) end as who
        from ods.mall_order
    )
    lateral view outer posexplode(from_json(items, 'array<struct<sku_code:string,price:string,quantity:string,
        integration_amount:string,real_amount:string,is_present:string>>')) i as at, item
)
select * from order_mall
