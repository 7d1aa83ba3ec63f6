-- scores.tag_case: one row per customer and the one person that the customer is.
with
night as (
    select max(business_date) as today from ads.tag_health
),
owned as (
    select *, count(*) over (partition by person) as customers
    from (select oneid, min(person) as person from scores.owned_node group by oneid having count(distinct person) = 1)
),
bad as (
    select o.oneid from owned as o join scores.tag_order as b on b.person = o.person where is_untold or told_to <> o.oneid
    union
    select o.oneid from owned as o join scores.tag_order as b on b.told_to = o.oneid where b.person <> o.person
    union
    select d.oneid
    from dwd.refund as r
    join dim.identity_day as d
        on d.id_type = r.id_type and d.id_namespace = r.id_namespace and d.id_value = r.id_value and business_date = refund_date
    where platform <> 'pos' and order_pay_fen is null
),
tag_case as (
    select oneid, o.person, today, b.oneid is null as suffices
    from owned as o
    cross join night
    left join bad as b using (oneid)
    where customers = 1
)
select * from tag_case
