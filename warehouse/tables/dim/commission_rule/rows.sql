-- dim.commission_rule: one row per role and first day: ten-thousandths of the credit, after-sale days, first and last pay date.
with
commission_rule as (
    select role, rate_permyriad, after_days, cast(valid_from as date) as valid_from, cast(valid_to as date) as valid_to
    from values
        ('selling_guide',   200, 15, '2000-01-01', '9999-12-31'),   -- 促成导购
        ('exclusive_guide', 100, 15, '2000-01-01', '9999-12-31'),   -- 专属导购
        ('store',            50, 15, '2000-01-01', '9999-12-31'),   -- 开单门店
        ('fulfil_store',    300, 15, '2000-01-01', '9999-12-31'),   -- 履约门店
        ('referrer',        100, 15, '2000-01-01', '9999-12-31'),   -- 推荐人
        ('traffic_owner',     0, 15, '2000-01-01', '9999-12-31')    -- 流量归属: no commission, but the internal fee
        as rules(role, rate_permyriad, after_days, valid_from, valid_to)
)
select * from commission_rule
