-- dws.credit_referral: one row per order of somebody who was brought by another not too long before. Of two inviters the first
-- counts; claims that cannot be believed (自荐, 循环, 重复) never do, nor one whose two sides are one customer.
with
claim as (
    select r.referral_id, r.invited_at, invitee.oneid, coalesce(inviter.oneid, r.inviter_value) as inviter, rule.protect_days
    from dwd.referral as r
    join dim.identity as invitee
        on invitee.id_type = r.id_type and invitee.id_namespace = r.id_namespace and invitee.id_value = r.id_value
            and r.invited_date >= invitee.valid_from and r.invited_date < coalesce(invitee.valid_to, date'9999-12-31')
    left join dim.identity as inviter
        on inviter.id_type = r.inviter_type and inviter.id_value = r.inviter_value
            and inviter.id_namespace = case r.inviter_type when 'member_id' then 'crm' when 'phone' then 'cn' else 'main' end
            and r.invited_date >= inviter.valid_from and r.invited_date < coalesce(inviter.valid_to, date'9999-12-31')
    join dim.credit_rule as rule on rule.role = 'referrer' and rule.source = 'referral'
        and r.invited_date between rule.valid_from and rule.valid_to
    where r.is_credited and not (inviter.oneid <=> invitee.oneid)
),
first_claim as (
    select oneid, min_by(struct(inviter, invited_at, protect_days), struct(invited_at, referral_id)) as c
    from claim
    group by oneid
),
credit_referral as (
    select o.order_uid, c.inviter
    from dws.credit_order as o
    join first_claim as f on f.oneid = o.oneid and o.paid_at >= f.c.invited_at
        and o.paid_date <= date_add(cast(f.c.invited_at as date), f.c.protect_days)
)
select * from credit_referral
