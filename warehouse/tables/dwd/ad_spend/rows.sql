-- dwd.ad_spend: one row per plan and day that platforms report, with the channel and campaign that the map gives its code on that
-- day. A code may be listed after its money was spent: the map is asked anew whenever it changes.
with
ad_spend as (
    select
        platform, account_id, campaign_id, campaign_code, campaign_name, spend_date, cost_fen, impressions, clicks, conversions,
        claimed_orders, claimed_fen, m.channel, m.campaign, m.code is not null as is_mapped, is_estimate, reported_at
    from dwd.ad_report as r
    left join dwd.channel_map as m on m.code = r.campaign_code and r.spend_date between m.valid_from and m.valid_to
)
select * from ad_spend
