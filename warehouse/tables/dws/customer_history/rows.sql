-- dws.customer_history: one row per customer, origin and days held out after it, over origins that customers have bought by.
with
seen as (
    select
        purchase.*, origin.origin_date, held_days, moved_on <= origin.origin_date as is_seen,
        moved_on = purchase_date as has_bought, floor(net_fen * coalesce(to_origin, 1D) + 0.5D) as levelled_fen
    from dws.customer_purchase as purchase
    join dws.value_origin as origin on moved_on <= date_add(origin.origin_date, held_days)
    left join dws.basket_level as level on level.origin_date = level_date and calendar_date = purchase_date
),
history as (
    select
        oneid, first_domain, origin_date, held_days, min(purchase_date) filter (where is_seen) as first_date,
        max(purchase_date) filter (where is_seen) as last_date,
        cast(count_if(is_seen and has_bought) as int) - 1 as repeats, sum(if(is_seen, net_fen, 0L)) as spend_fen,
        sum(if(is_seen, levelled_fen, 0L)) as levelled_fen, max(gap_days) filter (where is_seen) as longest_gap_days,
        cast(count_if(not is_seen and has_bought) as int) as later_days,
        sum(if(purchase_date > origin_date, net_fen, 0L)) as later_fen
    from seen
    group by oneid, first_domain, origin_date, held_days
),
customer_history as (
    select
        oneid, origin_date, held_days, first_domain, repeats, datediff(last_date, first_date) as recency_days,
        datediff(origin_date, first_date) as age_days, spend_fen, levelled_fen, longest_gap_days, later_days, later_fen
    from history
    where first_date is not null
)
select * from customer_history
