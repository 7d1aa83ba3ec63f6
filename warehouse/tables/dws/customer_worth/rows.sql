-- dws.customer_worth: one row per customer who has bought. The one category of who has paid nothing weighs 1.
with
basket as (
    select
        oneid, 1 - cast(sum(cast(greatest(pay_fen, 1L) as decimal(18, 0)) * goods_fen / costed_fen) as double)
            / sum(greatest(pay_fen, 1L)) as margin_rate,
        sum(own_costed_fen) / nullif(sum(pay_fen), 0L) as costed_share, count_if(top_category <> 'unknown') as categories,
        min_by(top_category, struct(-pay_fen, top_category)) filter (where top_category <> 'unknown') as main_category
    from dws.customer_category
    group by oneid
),
year as (
    select oneid, sum(net_fen) as net_fen
    from dws.customer_day
    where business_date > date_sub(:business_date, 365) and business_date <= :business_date
    group by oneid
),
ranked as (
    select
        oneid, coalesce(net_fen, 0L) as net_365_fen,
        row_number() over (order by ltv_365_fen desc, oneid) as expected_rank,
        row_number() over (order by coalesce(net_fen, 0L) desc, oneid) as rank_now
    from dws.customer_value
    left join year using (oneid)
),
customer_worth as (
    select
        oneid, as_of_date, margin_rate, costed_share, main_category, cast(categories as int) as categories,
        cast(round(ltv_30_fen * margin_rate) as bigint) as margin_30_fen,
        cast(round(ltv_90_fen * margin_rate) as bigint) as margin_90_fen,
        cast(round(ltv_180_fen * margin_rate) as bigint) as margin_180_fen,
        cast(round(ltv_365_fen * margin_rate) as bigint) as margin_365_fen,
        expected_rank / customers as worth_rank_share, net_365_fen,
        ltv_365_fen > 0 and expected_rank <= (customers + 4) div 5 as is_top_expected,
        net_365_fen > 0 and rank_now <= (customers + 4) div 5 as is_top_now
    from dws.customer_value
    join ranked using (oneid)
    join basket using (oneid)
    cross join (select count(*) as customers from dws.customer_value)
)
select * from customer_worth
