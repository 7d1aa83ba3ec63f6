-- dws.customer_referral: one row per claim and side of it, up to the business date.
with
side as (
    select referral_id, 'inviter' as role, inviter_type as id_type, id_namespace, inviter_value as id_value, invited_date,
        first_paid_at, reward_fen, is_credited, is_self or is_ring as is_abuse
    from dwd.referral
    union all
    select referral_id, 'invitee', id_type, id_namespace, id_value, invited_date, first_paid_at, 0L, is_credited,
        is_self or is_ring
    from dwd.referral
),
customer_referral as (
    select
        oneid, invited_date as business_date, referral_id, role, is_credited, is_abuse, reward_fen,
        coalesce(cast(first_paid_at as date) <= :business_date, false) as has_bought
    from side s
    join dim.identity i on i.id_type = s.id_type and i.id_namespace = s.id_namespace and i.id_value = s.id_value
        and s.invited_date >= i.valid_from and s.invited_date < coalesce(i.valid_to, date'9999-12-31')
    where s.invited_date <= :business_date
)
select * from customer_referral
