-- dim.look_back: one row per action and channel. A line: the action, how many days, its channels.
with
window as (
    select *
    from values
        ('click', 15, 'ad wechat_ad'),                                                   -- 广告
        ('click', 7, '* wecom_chat wecom_mass referral share_card'),                     -- 单聊, 群发, 转介绍
        ('click', 3, 'wecom_group wecom_moment oa_article oa_menu oa_template oa_profile subscription'),
        ('click', 1, 'store_scan'),                                                      -- 门店扫码: the same day
        ('scan', 1, '*'),
        ('redeem', 1, '*'),                                                              -- 核销 is part of the order
        ('add', 30, '*')                                                                 -- 建联
        as windows(action, days, channels)
),
look_back as (
    select action, channel, days from window lateral view explode(split(channels, ' ')) c as channel
)
select * from look_back
