-- dim.customer: one row per customer.
with
customer as (
    select
        oneid,
        cast(count(*) as int) as identities,
        min(id_type) as first_id_type,
        bool_or(id_type = 'member_id') as is_member
    from dim.identity
    group by oneid
)
select * from customer
