-- ads.tag_health: one row per night and tag. Drift is the population stability index, the sum over bins of
-- (share - share then) * ln(share / share then): below 0.1 nothing happened, above 0.25 something did.
with
changed as (
    select tag, count(*) as changes from dws.customer_tag_change where business_date = :business_date group by tag
),
past as (
    select
        tag,
        max_by(unchanged_nights, business_date) as unchanged_nights,
        max(bins) filter (where business_date = date_sub(:business_date, 1)) as bins_day,
        max(bins) filter (where business_date = date_sub(:business_date, 7)) as bins_week
    from ads.tag_health
    where business_date between date_sub(:business_date, 7) and date_sub(:business_date, 1)
    group by tag
),
shares as (
    select
        b.*, coalesce(changes, 0) as changes, unchanged_nights as before, bins_day is not null as is_day,
        bins_week is not null as is_week,
        transform_values(str_to_map(bins, ';', '='), (bin, n) -> cast(n as double) / customers) as now,
        str_to_map(coalesce(bins_day, ''), ';', '=') as day,
        str_to_map(coalesce(bins_week, ''), ';', '=') as week
    from dws.tag_bin b
    left join changed using (tag)
    left join past using (tag)
),
measured as (
    select
        *,
        array_sort(array_distinct(concat(map_keys(now), map_keys(day), map_keys(week)))) as every_bin,
        aggregate(map_values(day), 0D, (n, m) -> n + coalesce(cast(m as double), 0D)) as n_day,
        aggregate(map_values(week), 0D, (n, m) -> n + coalesce(cast(m as double), 0D)) as n_week
    from shares
),
paired as (
    select
        *,
        transform(every_bin, bin -> struct(
            greatest(coalesce(now[bin], 0D), cast(:least_share as double)) as now,
            greatest(coalesce(cast(day[bin] as double) / n_day, 0D), cast(:least_share as double)) as day,
            greatest(coalesce(cast(week[bin] as double) / n_week, 0D), cast(:least_share as double)) as week)) as pairs
    from measured
),
tonight as (
    select
        cast(:business_date as date) as business_date, tag, customers,
        cast(customers - unknown - defaults as double) / customers as coverage,
        cast(unknown as double) / customers as unknown_share,
        distinct_values, changes,
        if(is_clock or changes > 0 or before is null, 0, before + 1) as unchanged_nights,
        if(is_day, round(aggregate(pairs, 0D, (sum, p) -> sum + (p.now - p.day) * ln(p.now / p.day)), 6), null) as psi_day,
        if(is_week, round(aggregate(pairs, 0D, (sum, p) -> sum + (p.now - p.week) * ln(p.now / p.week)), 6), null) as psi_week,
        contradictions, bins
    from paired
),
tag_health as (
    select
        business_date, tag, customers, coverage, unknown_share, distinct_values, changes, unchanged_nights, psi_day, psi_week,
        contradictions, bins
    from tonight
    union all
    select
        business_date, tag, customers, coverage, unknown_share, distinct_values, changes, unchanged_nights, psi_day, psi_week,
        contradictions, bins
    from ads.tag_health where business_date <> :business_date
)
select * from tag_health
