-- dim.shop: one row per shop of a platform. A retailer's own online shops are the list below.
with
online as (
    select *
    from values
        ('tmall', '思语官方旗舰店', '思语官方旗舰店', 'public'),
        ('tmall', '思语奥莱专卖店', '思语奥莱专卖店', 'public'),
        ('tmall', '思语童装旗舰店', '思语童装旗舰店', 'public'),
        ('jd', '思语京东旗舰店', '思语京东旗舰店', 'public'),
        ('douyin', '思语抖音旗舰店', '思语抖音旗舰店', 'public'),
        ('douyin', '思语直播专营店', '思语直播专营店', 'public'),
        ('mall', 'own', '思语小程序商城', 'private'),
        ('mall', 'channels', '思语视频号小店', 'private')
        as shops(platform, shop_code, name, domain)
),
shop as (
    select
        'pos' as platform, store_code as shop_code, name, 'private' as domain, store_code, type,
        coalesce(type, '') <> 'franchise' as is_brand_revenue
    from dim.store
    union all
    select platform, shop_code, name, domain, null, 'online', true
    from online
)
select * from shop
