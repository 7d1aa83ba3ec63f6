-- dim.link_record: one row per customer of whom anything is told. A phone that ties the customer tells itself, unless it was
-- handed on (号码回收).
with
phone as (
    select node, cluster, v.phone
    from dim.id_cluster
    join vault.phone v on v.token = split_part(node, '|', 3)
    where node like 'phone|%' and node not like '%@%'
),
handed_on as (
    select substring_index(node, '@', 1) as node from dim.id_cluster where node like 'phone|%@%'
),
told as (
    select cluster, t.name, t.gender, t.birthday, t.phone, t.city, t.district, t.seen_at
    from dim.id_trait t
    join dim.id_cluster c on c.node = t.node
    union all
    select cluster, null, null, null, p.phone, null, null, null
    from phone p
    left anti join handed_on h on h.node = p.node
),
known as (
    select
        cluster,
        max_by(name, struct(name not like '%*%', seen_at, name)) filter (where name is not null) as name,
        max_by(gender, struct(seen_at, gender)) filter (where gender is not null) as gender,
        max_by(birthday, struct(seen_at, birthday)) filter (where birthday is not null) as birthday,
        max_by(phone, struct(length(replace(phone, '*', '')), seen_at, phone)) filter (where phone is not null) as phone,
        max_by(city, struct(seen_at, city)) filter (where city is not null) as city,
        max_by(district, struct(seen_at, district)) filter (where district is not null) as district
    from told
    group by cluster
),
limited as (
    select cluster, array_join(array_sort(collect_set(substring_index(node, '|', 2))), ';') as limits
    from dim.id_cluster
    join dwd.id_type on id_type = substring_index(node, '|', 1)
    where most_values = 1
    group by cluster
),
link_record as (
    select
        cluster as customer, nullif(regexp_extract(name, '^([一-龥])', 1), '') as surname,
        if(name like '%*%', null, nullif(regexp_extract(name, '^[一-龥](.+)', 1), '')) as given,
        gender, birthday, phone, city, district, limits
    from known
    left join limited using (cluster)
)
select * from link_record
