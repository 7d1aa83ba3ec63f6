-- dim.credit_rule: one row per role, source and first day. A line: the role, its sources, the first that an order has being
-- credited; the share of the order in %; days of protection; the first and the last pay date for which it holds. Sources are
-- those of dws.credit_candidate. To change a rule, end its line and write the next one below.
with
rule as (
    select *
    from values
        ('traffic_owner',   'binding_store order_store shop',               100, null, '2000-01-01', '9999-12-31'),  -- 流量归属
        ('selling_guide',   'order_guide order_guide_store',                100, null, '2000-01-01', '9999-12-31'),  -- 促成导购
        ('exclusive_guide', 'binding private_guide binding_store',          100, 90,   '2000-01-01', '9999-12-31'),  -- 专属导购
        ('store',           'order_store order_guide_store binding_store',  100, null, '2000-01-01', '9999-12-31'),  -- 开单门店
        ('fulfil_store',    'fulfil_store',                                 100, null, '2000-01-01', '9999-12-31'),  -- 履约门店
        ('hq',              'hq',                                           100, null, '2000-01-01', '9999-12-31'),  -- 总部
        ('referrer',        'referral',                                     100, 30,   '2000-01-01', '9999-12-31')   -- 推荐人
        as rules(role, sources, share_percent, protect_days, valid_from, valid_to)
),
credit_rule as (
    select
        role, source, cast(at + 1 as int) as place, share_percent, cast(protect_days as int) as protect_days,
        cast(valid_from as date) as valid_from, cast(valid_to as date) as valid_to
    from rule
    lateral view posexplode(split(sources, ' ')) s as at, source
)
select * from credit_rule
