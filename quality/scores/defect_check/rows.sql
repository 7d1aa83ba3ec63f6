-- scores.defect_check: one row per class and feed, of nights that a quality rule or the manifest must tell of. Of a night that
-- lost values a few rows are told again in later ones; those are no case of their own.
with
night_of as (
    select
        class, feed, to_date(substring(file, 1, 10)) as night,
        count(*) * 10 < max(count(*)) over (partition by class, feed) as is_echo
    from scores.noted_fault
    where class in ('wrong_unit', 'row_count_drift', 'null_rate_jump', 'join_rate_drop', 'lines_do_not_sum',
        'paid_without_time', 'negative_quantity', 'orphan_refund', 'refund_above_paid', 'spend_without_campaign',
        'points_mismatch', 'coupon_after_expiry', 'over_limit_send')
    group by class, feed, to_date(substring(file, 1, 10))
),
case_of as (
    select class, feed, night
    from night_of
    where not (is_echo and class in ('row_count_drift', 'null_rate_jump', 'join_rate_drop'))
),
rule_of as (
    select *
    from values
        ('wrong_unit', 'dwd.order_refused', '%wrong_unit%'), ('row_count_drift', 'dwd.event', 'RowCount >%last(%'),
        ('null_rate_jump', 'dwd.order_source', '%openid%last(%'),
        ('join_rate_drop', 'dwd.order_source', 'Completeness "id_value"%last(%'),
        ('lines_do_not_sum', 'dwd.order_line', '%other_discount_fen%'),
        ('paid_without_time', 'dwd.order_line', '%paid_at is null" = 0'),
        ('negative_quantity', 'dwd.order_source', '%quantity < 0%'),
        ('orphan_refund', 'dwd.refund', '%order_paid_date is null%'),
        ('refund_above_paid', 'dwd.refund', '%refund_fen > order_pay_fen%'),
        ('spend_without_campaign', 'dwd.ad_spend', '%not is_mapped%'), ('over_limit_send', 'dwd.touch', '%is_over_limit%'),
        ('points_mismatch', 'dws.points_balance', '%is_balanced%'),
        ('coupon_after_expiry', 'dwd.coupon_event', '%is_after_expiry%')
        as t(class, table_name, pattern)
),
run_night as (
    select business_date, row_number() over (order by business_date) as nth
    from (select distinct business_date from quality.rule_result)
),
judged as (
    select
        c.class, c.feed, c.night, min(r.business_date) as judged_on,
        c.class in ('row_count_drift', 'null_rate_jump', 'join_rate_drop') and coalesce(min(r.nth) <= 3, false) as is_unlearned
    from case_of as c
    left join run_night as r on r.business_date >= c.night
    group by c.class, c.feed, c.night
),
told as (
    select distinct r.class, q.business_date
    from rule_of as r
    join quality.rule_result as q on q.table_name = r.table_name and q.rule like r.pattern and not q.passed
),
defect_check as (
    select
        c.class, c.feed, count(*) as planted, count(t.class) as told,
        count_if(t.class is null and is_unlearned) as unlearned, count_if(t.class is null and not is_unlearned) as missed,
        min(if(t.class is null and not is_unlearned, c.night, null)) as first_missed
    from judged as c
    left join told as t on t.class = c.class and t.business_date = c.judged_on
    group by c.class, c.feed
)
select * from defect_check
