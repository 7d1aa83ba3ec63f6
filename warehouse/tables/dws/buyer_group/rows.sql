-- dws.buyer_group: one row per customer who bought before the last 30 days. A festival moves all customers and shifts no group.
with
habit as (
    select oneid, top_category, count(*) as lines
    from dws.customer_line
    where top_category is not null and business_date <= date_sub(:business_date, 30)
        and business_date > date_sub(:business_date, 395)
    group by oneid, top_category
),
grouped as (
    select oneid, min_by(top_category, struct(-lines, top_category)) as buyer_group from habit group by oneid
),
viewed as (
    select
        oneid, count_if(business_date > date_sub(:business_date, 30)) as views,
        count_if(business_date <= date_sub(:business_date, 30)) as views_before
    from dws.customer_event
    where event = '$MPViewScreen' and sku_code is not null and business_date > date_sub(:business_date, 60)
    group by oneid
),
summed as (
    select
        oneid, buyer_group, count(*) over same as group_customers, coalesce(sum(views) over same, 0) as group_views,
        coalesce(sum(views_before) over same, 0) as group_views_before,
        sum(views) over () as all_views, sum(views_before) over () as all_views_before
    from grouped
    left join viewed using (oneid)
    window same as (partition by buyer_group)
),
buyer_group as (
    select
        oneid, cast(:business_date as date) as business_date, buyer_group, group_customers, group_views, group_views_before,
        group_views * all_views_before / nullif(group_views_before * all_views, 0) - 1 as group_shift
    from summed
)
select * from buyer_group
