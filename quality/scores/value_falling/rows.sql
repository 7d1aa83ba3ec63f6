-- scores.value_falling: one row per course of the planted rate, and one for all; customers of one true person alone who
-- had bought by the first of the three month ends that the trigger compares.
with
owned as (
    select oneid, min(person) as person from scores.owned_node group by oneid having count(distinct person) = 1
),
compared as (
    select
        oneid,
        months_falling >= 2
            and coalesce(repeats >= 3 and age_days - recency_days >= 1.5 * longest_gap_days, false) as is_called,
        date_sub(as_of_date, age_days) as first_paid_date,
        last_day(add_months(date_add(as_of_date, 1), -3)) as begins_on,
        last_day(add_months(date_add(as_of_date, 1), -1)) as ends_on
    from dws.customer_value
),
planted as (
    select
        c.*, process, turns_to = '0.25' as is_less, cast(nullif(turns_on, '') as date) as turned_on,
        cast(turns_to as double) as turns_to, cast(rate_per_year as double) as a_year,
        if(process = 'dying', exp(-datediff(ends_on, begins_on) / 365.0), 1.0) as wears_to,
        if(process = 'dying', exp(-datediff(ends_on, first_paid_date) / 365.0), 1.0) as worn_to
    from compared as c
    join owned as o on o.oneid = c.oneid
    join truth.person as p on p.person = o.person
    where first_paid_date <= begins_on
),
turned as (
    select
        *, coalesce(turned_on > begins_on and turned_on <= ends_on, false) as is_now,
        coalesce(turned_on <= begins_on, false) as is_past
    from planted
),
judged as (
    select
        is_called,
        case
            when turns_to = 1 then process
            else concat(process, if(process = 'changing', if(is_less, ', less', ', more'), ''), case
                when is_past then ': turned before' when is_now then ': turns in these months' else ': not yet' end)
        end as course,
        not (is_past and turns_to = 0) and if(is_now, turns_to, wears_to) <= 0.81 as has_fallen,
        is_now and turns_to < 1 and process <> 'once' and a_year * datediff(ends_on, turned_on) / 365 >= 1 as is_missed,
        if(is_now or is_past, turns_to, worn_to) <= 0.81 as is_lower
    from turned
),
value_falling as (
    select
        coalesce(course, 'all') as course, count(*) as customers, count_if(has_fallen) as fallen, count_if(is_called) as called,
        count_if(is_called and has_fallen) as called_fallen, count_if(is_called and is_lower) as called_lower,
        round(count_if(is_called and has_fallen) / nullif(count_if(is_called), 0), 3) as precision,
        round(count_if(is_called and has_fallen) / nullif(count_if(has_fallen), 0), 3) as recall,
        round(count_if(is_called and is_missed) / nullif(count_if(is_missed), 0), 3) as recall_missed,
        round(count_if(is_called and is_lower) / nullif(count_if(is_called), 0), 3) as precision_lower,
        round(count_if(is_called and is_lower) / nullif(count_if(is_lower), 0), 3) as recall_lower
    from judged
    group by grouping sets ((course), ())
)
select * from value_falling
