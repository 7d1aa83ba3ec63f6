-- scores.tag_true_person: one row per customer.
with
joined as (
    select person, to_date(min(valid_from)) as registered_date from truth.identifier where id_type = 'member_id' group by person
),
told as (
    select
        c.oneid, today, consent, j.registered_date, j.registered_date is not null as is_member,
        if(j.registered_date is null, null, gender) as gender,
        if(j.registered_date is null, null, to_date(birthday)) as birthday
    from scores.tag_case as c
    join truth.person as p on p.person = c.person
    left join joined as j on j.person = c.person and j.registered_date <= c.today
),
aged as (
    select
        *, month(birthday) as birth_month, datediff(today, registered_date) as member_days,
        floor((year(today) * 12 + month(today) - year(birthday) * 12 - month(birthday) - 1) / 12) as age
    from told
),
tag_true_person as (
    select
        oneid, is_member, registered_date, member_days, gender, birth_month,
        case when age < 18 then 'under_18' when age < 25 then '18_24' when age < 35 then '25_34' when age < 45 then '35_44'
            when age >= 45 then '45_plus' end as age_band,
        coalesce(age < 18, false) as is_minor,
        coalesce(member_days < 30, false) as is_new_member,
        coalesce(birth_month = month(today), false) as is_birthday_month,
        coalesce(birth_month = month(today) % 12 + 1, false) as is_birthday_next_month,
        consent as consent_status, consent = 'granted' as marketing_allowed,
        consent = 'deletion_requested' as deletion_requested
    from aged
)
select * from tag_true_person
