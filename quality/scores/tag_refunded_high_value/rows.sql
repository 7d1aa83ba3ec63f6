-- scores.tag_refunded_high_value: one row per share of the paid amount that went back.
with
bought as (
    select
        buyer as person, sum(cast(gmv_paid_fen as bigint)) as paid_fen, sum(cast(refund_fen as bigint)) as back_fen
    from truth.order
    where valid_sale = 'true' and paid_at is not null
    group by buyer
    having paid_fen > 0
),
person as (
    select person, oneid, if(back_fen >= paid_fen, 'all', 'more than half') as went_back
    from bought
    left join scores.tag_case using (person)
    where back_fen * 2 > paid_fen
),
tag_refunded_high_value as (
    select
        went_back, count(*) as persons, count(t.oneid) as customers,
        count_if(high_value) as called,
        count_if(coalesce(value_tier in ('A', 'B'), false) or coalesce(rfm_segment = 'champion', false)) as ranked
    from person as p
    left join dws.customer_tag as t on t.oneid = p.oneid
    group by went_back
)
select * from tag_refunded_high_value
