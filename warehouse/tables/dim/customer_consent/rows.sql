-- dim.customer_consent: one row per customer and purpose. An identifier's newest decision of a purpose stands; of a customer's
-- identifiers the most restrictive does. Who had a phone on the day of the decision is bound by it, not its next owner.
with
decided as (
    select
        id_type, if(is_shared, '*', id_namespace) as id_namespace,
        id_clean(id_value, swap_from, swap_to, drop, lead) as id_value,
        cast(decided_at as date) as decided_on, purpose,
        struct(restriction, decided_at, id_type, channel, text_version, status) as said
    from dwd.consent
    join dwd.id_form using (id_type)
),
stands as (
    select
        oneid, d.id_type, d.id_namespace, d.id_value, purpose, max_by(said, struct(said.decided_at, said.restriction)) as said
    from decided d
    join dim.identity i
        on i.id_type = d.id_type and i.id_namespace = d.id_namespace and i.id_value = d.id_value
            and decided_on >= valid_from and (valid_to is null or decided_on < valid_to)
    group by all
),
purposes as (
    select distinct oneid, purpose from stands
),
customer_consent as (
    select
        p.oneid, p.purpose, max(said).status as status, max(said).decided_at as decided_at, max(said).id_type as id_type,
        max(said).channel as channel, max(said).text_version as text_version,
        cast(count(distinct s.id_type, s.id_namespace, s.id_value) as int) as identifiers
    from purposes p
    join stands s on s.oneid = p.oneid and (s.purpose = p.purpose or s.purpose = 'all')
    group by p.oneid, p.purpose
)
select * from customer_consent
