-- dim.channel: one row per channel of lists and facts. A name is added here; a channel without one shows its code.
with
listed as (
    select channel, domain from dwd.channel_map
    union all
    select channel, domain from dwd.scene_map
    union all
    select * from values ('wecom_mass', 'private'), ('wecom_group', 'private'), ('wecom_moment', 'private'),
        ('wecom_add', 'private'), ('coupon', 'private'), ('share_card', 'referral'), ('other', 'unknown')
),
channel as (
    select
        channel,
        coalesce(map('store_scan', '门店扫码', 'wecom_mass', '企微群发', 'wecom_chat', '企微单聊', 'wecom_group', '企微社群',
            'wecom_moment', '客户朋友圈', 'wecom_add', '企微加好友', 'oa_menu', '公众号菜单', 'oa_article', '公众号文章',
            'oa_template', '公众号模板消息', 'oa_profile', '公众号主页', 'subscription', '订阅消息', 'mini_program', '小程序直接进入',
            'coupon', '优惠券', 'share_card', '分享卡片', 'referral', '老带新', 'wechat_search', '微信搜一搜',
            'wechat_ad', '微信广告', 'ad', '广告投放', 'other', '其他')[channel], channel) as name,
        min(domain) as domain,
        channel rlike '^(.*_)?ad$' as is_ad
    from listed
    group by channel
)
select * from channel
