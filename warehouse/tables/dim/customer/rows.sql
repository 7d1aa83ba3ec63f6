-- dim.customer: one row per customer. Values are weighed as dim.survivorship says; what weighs the same is decided by its text.
-- Of a name the first sign is shown, of a birthday the month.
with
known as (
    select
        oneid, cast(count(*) as int) as identities, min(id_type) as first_id_type, bool_or(id_type = 'member_id') as is_member
    from dim.identity
    group by oneid
),
weighed as (
    select
        oneid, attribute, struct(value, source, if(prefer like '%oldest%', first_at, last_at) as at) as told,
        transform(split(prefer, ' '), p -> case p
            when 'whole' then if(value like '%*%', length(replace(value, '*', '')), 100)
            when 'source' then -place
            when 'newest' then unix_seconds(last_at)
            when 'oldest' then -unix_seconds(first_at)
            when 'often' then times
            else raise_error(concat('Invalid preference in dim.survivorship: ', p)) end) as weight
    from dim.customer_told
    join dim.survivorship using (attribute, source)
),
kept as (
    select oneid, map_from_entries(collect_list(struct(attribute, told))) as best
    from (select oneid, attribute, max_by(told, struct(weight, told)) as told from weighed group by oneid, attribute)
    group by oneid
),
consent as (
    select oneid, max_by(status, purpose = 'marketing') as status
    from dim.customer_consent
    where purpose in ('marketing', 'all')
    group by oneid
),
customer as (
    select
        k.*,
        rpad(left(best['name'].value, 1), length(best['name'].value), '*') as name, best['name'].source as name_source,
        best['name'].at as name_at,
        best['gender'].value as gender, best['gender'].source as gender_source, best['gender'].at as gender_at,
        year(cast(best['birthday'].value as date)) as birth_year, month(cast(best['birthday'].value as date)) as birth_month,
        best['birthday'].source as birthday_source, best['birthday'].at as birthday_at, best['phone'].value as phone_mask,
        best['phone'].source as phone_source, best['phone'].at as phone_at, best['city'].value as city,
        best['city'].source as city_source, best['city'].at as city_at,
        best['level'].value as member_level, best['level'].at as member_level_at,
        cast(best['registered'].value as date) as registered_date, best['guide'].value as guide_no,
        best['store'].value as preferred_store, best['store'].source as preferred_store_source,
        best['store'].at as preferred_store_at, best['domain'].value as first_domain,
        best['domain'].source as first_domain_source, best['domain'].at as first_domain_at,
        coalesce(status, 'unknown') as marketing_consent
    from known as k
    left join kept using (oneid)
    left join consent using (oneid)
)
select * from customer
