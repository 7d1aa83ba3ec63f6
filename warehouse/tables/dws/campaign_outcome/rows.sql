-- dws.campaign_outcome: one row per campaign and customer who was meant. All count as assigned, reached or not.
with
meant as (
    select
        a.campaign, coalesce(i.oneid, concat(a.id_type, ':', a.id_value)) as customer, a.arm,
        min(a.assigned_at) over (partition by a.campaign) as begins_at
    from dwd.campaign_arm as a
    left join dim.identity as i
        on i.id_type = a.id_type and i.id_namespace = a.id_namespace and i.id_value = a.id_value
            and cast(a.assigned_at as date) >= i.valid_from
            and cast(a.assigned_at as date) < coalesce(i.valid_to, date'9999-12-31')
),
person as (
    select campaign, customer, min(arm) as arm, min(begins_at) as begins_at
    from meant
    group by campaign, customer
    having count(distinct arm) = 1
        and date_add(min(begins_at), cast(:works_days as int)) <= :business_date
),
campaign_outcome as (
    select
        p.campaign, customer, arm, cast(begins_at as date) as sent_date,
        cast(count_if(converted_at >= begins_at) as int) as orders,
        sum(if(converted_at >= begins_at, net_fen, 0L)) as net_fen,
        cast(count_if(converted_at < begins_at) as int) as orders_before,
        sum(if(converted_at < begins_at, net_fen, 0L)) as net_before_fen
    from person as p
    left join dws.conversion as c
        on c.oneid = p.customer and c.conversion <> 'membership'
            and c.converted_at >= begins_at - make_dt_interval(cast(:before_days as int))
            and c.converted_at < begins_at + make_dt_interval(cast(:works_days as int))
    group by p.campaign, customer, arm, begins_at
)
select * from campaign_outcome
