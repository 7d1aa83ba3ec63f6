-- scores.rows_lost: one row per feed.
with
kept as (
    select feed, file, count(*) as rows from ods.quarantine group by feed, file
),
file as (
    select feed, file, max(quarantined_rows) as quarantined from ods.file_manifest group by feed, file
),
gap as (
    select feed, sum(greatest(quarantined - coalesce(rows, 0), 0)) as quarantine_gap
    from file left join kept using (feed, file)
    group by feed
),
counted as (
    select 'ods.ad_alimama' as feed, count(*) as ods_rows from ods.ad_alimama union all
    select 'ods.ad_oceanengine' as feed, count(*) as ods_rows from ods.ad_oceanengine union all
    select 'ods.ad_tencent' as feed, count(*) as ods_rows from ods.ad_tencent union all
    select 'ods.alipay_bill' as feed, count(*) as ods_rows from ods.alipay_bill union all
    select 'ods.brush_register' as feed, count(*) as ods_rows from ods.brush_register union all
    select 'ods.campaign_arm' as feed, count(*) as ods_rows from ods.campaign_arm union all
    select 'ods.channel_map' as feed, count(*) as ods_rows from ods.channel_map union all
    select 'ods.consent' as feed, count(*) as ods_rows from ods.consent union all
    select 'ods.cost_ledger' as feed, count(*) as ods_rows from ods.cost_ledger union all
    select 'ods.coupon' as feed, count(*) as ods_rows from ods.coupon union all
    select 'ods.cs_ticket' as feed, count(*) as ods_rows from ods.cs_ticket union all
    select 'ods.dy_aftersale' as feed, count(*) as ods_rows from ods.dy_aftersale union all
    select 'ods.dy_export' as feed, count(*) as ods_rows from ods.dy_export union all
    select 'ods.dy_order' as feed, count(*) as ods_rows from ods.dy_order union all
    select 'ods.erp_order' as feed, count(*) as ods_rows from ods.erp_order union all
    select 'ods.guide_binding' as feed, count(*) as ods_rows from ods.guide_binding union all
    select 'ods.id_denylist' as feed, count(*) as ods_rows from ods.id_denylist union all
    select 'ods.erp_refund' as feed, count(*) as ods_rows from ods.erp_refund union all
    select 'ods.jd_order' as feed, count(*) as ods_rows from ods.jd_order union all
    select 'ods.mall_order' as feed, count(*) as ods_rows from ods.mall_order union all
    select 'ods.mall_refund' as feed, count(*) as ods_rows from ods.mall_refund union all
    select 'ods.mp_event' as feed, count(*) as ods_rows from ods.mp_event union all
    select 'ods.nps' as feed, count(*) as ods_rows from ods.nps union all
    select 'ods.oa_article' as feed, count(*) as ods_rows from ods.oa_article union all
    select 'ods.oa_user' as feed, count(*) as ods_rows from ods.oa_user union all
    select 'ods.pdd_aftersale' as feed, count(*) as ods_rows from ods.pdd_aftersale union all
    select 'ods.pdd_export' as feed, count(*) as ods_rows from ods.pdd_export union all
    select 'ods.points_crm' as feed, count(*) as ods_rows from ods.points_crm union all
    select 'ods.points_mall' as feed, count(*) as ods_rows from ods.points_mall union all
    select 'ods.pos_ticket' as feed, count(*) as ods_rows from ods.pos_ticket union all
    select 'ods.referral' as feed, count(*) as ods_rows from ods.referral union all
    select 'ods.scene_map' as feed, count(*) as ods_rows from ods.scene_map union all
    select 'ods.tmall_item' as feed, count(*) as ods_rows from ods.tmall_item union all
    select 'ods.tmall_order' as feed, count(*) as ods_rows from ods.tmall_order union all
    select 'ods.tmall_refund' as feed, count(*) as ods_rows from ods.tmall_refund union all
    select 'ods.tmall_trade' as feed, count(*) as ods_rows from ods.tmall_trade union all
    select 'ods.touch_limit' as feed, count(*) as ods_rows from ods.touch_limit union all
    select 'ods.wechat_bill' as feed, count(*) as ods_rows from ods.wechat_bill union all
    select 'ods.wecom_behavior' as feed, count(*) as ods_rows from ods.wecom_behavior union all
    select 'ods.wecom_event' as feed, count(*) as ods_rows from ods.wecom_event union all
    select 'ods.wecom_msg' as feed, count(*) as ods_rows from ods.wecom_msg union all
    select 'ods.wecom_send' as feed, count(*) as ods_rows from ods.wecom_send union all
    select 'ods.weimob_member' as feed, count(*) as ods_rows from ods.weimob_member union all
    select 'ods.weimob_order' as feed, count(*) as ods_rows from ods.weimob_order union all
    select 'ods.weimob_rights' as feed, count(*) as ods_rows from ods.weimob_rights
),
told as (
    select
        feed, count(*) as files, sum(record_rows) as record_rows, sum(landed_rows) as landed_rows,
        sum(coalesce(known_rows, 0)) as known_rows, sum(quarantined_rows) as quarantined_rows, sum(skipped_rows) as skipped_rows,
        sum(record_rows - landed_rows - coalesce(known_rows, 0) - quarantined_rows - skipped_rows
            - coalesce(erased_rows, 0)) as lost_rows
    from ods.file_manifest
    group by feed
),
rows_lost as (
    select told.*, quarantine_gap, landed_rows - ods_rows as ods_gap
    from told
    left join gap using (feed)
    left join counted using (feed)
)
select * from rows_lost
