-- dws.customer_history: one row per customer, origin and days held out after it, over origins that customers have bought by.
with
origin as (
    select :business_date as origin_date, 0 as held_days
    union
    select last_day(add_months(:business_date, -back)), 0
    from (select explode(sequence(0, 5)) as back)
    where last_day(add_months(:business_date, -back)) <= :business_date
    union
    select date_sub(:business_date, back), held_days
    from (select 7 as back union all select explode(sequence(30, 198, 28)) union all select 366) as origins
    cross join (select explode(array(7, 30, 90, 180, 365)) as held_days) as held
    where held_days <= back and (held_days = 7) = (back = 7)
),
seen as (
    select *, moved_on <= origin_date as is_seen, moved_on = purchase_date as has_bought
    from dws.customer_purchase
    join origin on moved_on <= date_add(origin_date, held_days)
),
history as (
    select
        oneid, first_domain, origin_date, held_days, min(purchase_date) filter (where is_seen) as first_date,
        max(purchase_date) filter (where is_seen) as last_date,
        cast(count_if(is_seen and has_bought) as int) - 1 as repeats, sum(if(is_seen, net_fen, 0L)) as spend_fen,
        max(gap_days) filter (where is_seen) as longest_gap_days,
        cast(count_if(not is_seen and has_bought) as int) as later_days,
        sum(if(purchase_date > origin_date, net_fen, 0L)) as later_fen
    from seen
    group by oneid, first_domain, origin_date, held_days
),
customer_history as (
    select
        oneid, origin_date, held_days, first_domain, repeats, datediff(last_date, first_date) as recency_days,
        datediff(origin_date, first_date) as age_days, spend_fen, longest_gap_days, later_days,
        later_fen
    from history
    where first_date is not null
)
select * from customer_history
