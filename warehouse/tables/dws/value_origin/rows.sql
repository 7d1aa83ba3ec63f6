-- dws.value_origin: one row per day from which models of value look back, and days held out after it.
with
seen as (
    select :business_date as origin_date, 0 as held_days
    union
    select last_day(add_months(:business_date, -back)), 0
    from (select explode(sequence(0, 5)) as back)
    where last_day(add_months(:business_date, -back)) <= :business_date
),
origin as (
    select * from seen
    union all
    select date_sub(:business_date, back), held_days
    from (select 7 as back union all select explode(sequence(30, 198, 28)) union all select 366) as origins
    cross join (select explode(array(7, 30, 90, 180, 365)) as held_days) as held
    where held_days <= back and (held_days = 7) = (back = 7)
),
value_origin as (
    select origin_date, held_days, if(held_days = 0, :business_date, origin_date) as level_date from origin
)
select * from value_origin
