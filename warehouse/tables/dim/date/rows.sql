-- dim.date: one row per day of 2024 to 2027. Holidays stand here to 2026, to be held against the announcements (国务院办公厅通知);
-- 2027 has none yet, so its workdays are weekdays. A year is added when it is announced.
with
holiday as (
    select * from values
        ('元旦', '2024-01-01', '2024-01-01'), ('春节', '2024-02-10', '2024-02-17'), ('清明节', '2024-04-04', '2024-04-06'),
        ('劳动节', '2024-05-01', '2024-05-05'), ('端午节', '2024-06-08', '2024-06-10'), ('中秋节', '2024-09-15', '2024-09-17'),
        ('国庆节', '2024-10-01', '2024-10-07'), ('元旦', '2025-01-01', '2025-01-01'), ('春节', '2025-01-28', '2025-02-04'),
        ('清明节', '2025-04-04', '2025-04-06'), ('劳动节', '2025-05-01', '2025-05-05'), ('端午节', '2025-05-31', '2025-06-02'),
        ('国庆节、中秋节', '2025-10-01', '2025-10-08'), ('元旦', '2026-01-01', '2026-01-03'), ('春节', '2026-02-15', '2026-02-23'),
        ('清明节', '2026-04-04', '2026-04-06'), ('劳动节', '2026-05-01', '2026-05-05'), ('端午节', '2026-06-19', '2026-06-21'),
        ('中秋节', '2026-09-25', '2026-09-27'), ('国庆节', '2026-10-01', '2026-10-07') as t (name, from_day, to_day)
),
make_up as (
    select cast(day as date) as day from values
        ('2024-02-04'), ('2024-02-18'), ('2024-04-07'), ('2024-04-28'), ('2024-05-11'), ('2024-09-14'), ('2024-09-29'),
        ('2024-10-12'), ('2025-01-26'), ('2025-02-08'), ('2025-04-27'), ('2025-09-28'), ('2025-10-11'), ('2026-01-04'),
        ('2026-02-14'), ('2026-02-28'), ('2026-05-09'), ('2026-09-20'), ('2026-10-10') as t (day)
),
festival as (
    select * from values
        ('年货节', '01-05', '01-20', ''), ('情人节', '02-14', '02-14', '02-14'), ('38女王节', '03-01', '03-08', '03-08'),
        ('520', '05-20', '05-20', '05-20'), ('618', '05-31', '06-20', '06-18'), ('818', '08-18', '08-18', '08-18'),
        ('99大促', '09-09', '09-09', '09-09'), ('双11', '10-31', '11-11', '11-11'), ('双12', '12-10', '12-12', '12-12')
        as t (name, from_day, to_day, its_day)
),
day as (
    select explode(sequence(date'2024-01-01', date'2027-12-31')) as calendar_date
),
joined as (
    select
        day.calendar_date, holiday.name as holiday, make_up.day is not null as is_make_up_workday, festival.name as festival,
        coalesce(festival.its_day = date_format(calendar_date, 'MM-dd'), false) as is_festival_day,
        weekday(calendar_date) + 1 as weekday
    from day
    left join holiday on calendar_date between cast(from_day as date) and cast(to_day as date)
    left join make_up on make_up.day = calendar_date
    left join festival on date_format(calendar_date, 'MM-dd') between festival.from_day and festival.to_day
),
calendar as (
    select
        calendar_date,
        year(calendar_date) as year,
        month(calendar_date) as month,
        concat(extract(yearofweek from calendar_date), '-W', lpad(cast(weekofyear(calendar_date) as string), 2, '0')) as iso_week,
        weekday,
        holiday,
        is_make_up_workday,
        (weekday <= 5 and holiday is null) or is_make_up_workday as is_workday,
        festival,
        is_festival_day
    from joined
)
select * from calendar
