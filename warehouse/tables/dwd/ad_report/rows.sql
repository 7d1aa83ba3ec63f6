-- dwd.ad_report: one row per plan and day, as its platform reports it: Ocean Engine and Alimama in yuan, Tencent in fen.
with
told as (
    select 'oceanengine' as platform, account_id, campaign_id, campaign_code, campaign_name, stat_at as stat,
        try_cast(cost_yuan as decimal(18, 4)) * 100 as cost, impressions, clicks, conversions, claimed_orders,
        try_cast(claimed_yuan as decimal(18, 4)) * 100 as claimed, _ingest_ts, _drop_date, _row_no
    from ods.ad_oceanengine
    union all
    select 'tencent', account_id, campaign_id, campaign_code, null, stat_on, try_cast(cost_fen as decimal(18, 4)),
        impressions, clicks, conversions, claimed_orders, try_cast(claimed_fen as decimal(18, 4)),
        _ingest_ts, _drop_date, _row_no
    from ods.ad_tencent
    union all
    select 'alimama', account_id, campaign_id, campaign_id, campaign_name, stat_on,
        try_cast(cost_yuan as decimal(18, 4)) * 100, impressions, clicks, cast(null as string), claimed_orders,
        try_cast(claimed_yuan as decimal(18, 4)) * 100, _ingest_ts, _drop_date, _row_no
    from ods.ad_alimama
),
typed as (
    select
        *,
        coalesce(campaign_code, campaign_id) as code,
        cast(try_to_timestamp(replace(substr(stat, 1, 10), '/', '-'), 'yyyy-M-d') as date) as spend_date
    from told
),
ad_report as (
    select
        platform,
        coalesce(account_id, 'unknown') as account_id,
        campaign_id,
        code as campaign_code,
        campaign_name,
        spend_date,
        coalesce(cast(round(cost) as bigint), 0L) as cost_fen,
        try_cast(impressions as bigint) as impressions,
        try_cast(clicks as bigint) as clicks,
        try_cast(conversions as bigint) as conversions,
        try_cast(claimed_orders as bigint) as claimed_orders,
        cast(round(claimed) as bigint) as claimed_fen,
        _drop_date = spend_date as is_estimate,
        _ingest_ts as reported_at,
        _row_no as row_no
    from typed
)
select * from ad_report
