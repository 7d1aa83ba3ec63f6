-- dws.customer_answer: one row per NPS answer of a customer up to the business date.
with
customer_answer as (
    select oneid, submitted_date as business_date, answer_no, submitted_at, score, nps_class, complaints
    from dwd.nps n
    join dim.identity i on i.id_type = n.id_type and i.id_namespace = n.id_namespace and i.id_value = n.id_value
        and n.submitted_date >= i.valid_from and n.submitted_date < coalesce(i.valid_to, date'9999-12-31')
    where n.submitted_date <= :business_date and n.score is not null
)
select * from customer_answer
