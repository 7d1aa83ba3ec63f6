-- dwd.referral: one row per claim, in its newest version; circles are looked for among two and three people.
with
claim as (
    select
        referral_id, campaign_id, coalesce(inviter_id_type, 'unionid') as inviter_type,
        coalesce(invitee_id_type, 'unionid') as invitee_type,
        if(inviter_id_type = 'phone', token('phone', regexp_extract(inviter_id, :phone, 1)), inviter_id) as inviter_id,
        if(invitee_id_type = 'phone', token('phone', regexp_extract(invitee_id, :phone, 1)), invitee_id) as invitee_id,
        first_order_no, reward_type, status,
        try_to_timestamp(replace(invited_at, '/', '-'), 'yyyy-M-d H:m[:s]') as invited_at,
        try_to_timestamp(replace(bound_at, '/', '-'), 'yyyy-M-d H:m[:s]') as bound_at,
        try_to_timestamp(replace(first_paid_at, '/', '-'), 'yyyy-M-d H:m[:s]') as first_paid_at,
        cast(round(try_cast(reward_yuan as decimal(14, 4)) * 100) as bigint) as reward_fen,
        row_number() over (partition by referral_id order by _drop_date desc, _file desc, _row_no desc) as age
    from ods.referral
),
pair as (
    select *, concat_ws(':', inviter_type, inviter_id) as inviter, concat_ws(':', invitee_type, invitee_id) as invitee
    from claim
    where age = 1
),
link as (
    select distinct inviter, invitee from pair where inviter <> invitee
),
ring as (
    select distinct a.inviter, a.invitee
    from link a
    join link b on b.inviter = a.invitee
    left join link c on c.inviter = b.invitee and c.invitee = a.inviter
    where b.invitee = a.inviter or c.invitee is not null
),
judged as (
    select
        pair.*,
        inviter = invitee as is_self,
        ring.inviter is not null as is_ring,
        min_by(inviter, struct(invited_at, referral_id)) over (partition by invitee) <> inviter as is_later_claim
    from pair
    left join ring using (inviter, invitee)
),
referral as (
    select
        referral_id, campaign_id as campaign, inviter_type, inviter_id as inviter_value, invitee_type as id_type,
        case invitee_type when 'member_id' then 'crm' when 'phone' then 'cn' else 'main' end as id_namespace,
        invitee_id as id_value, invited_at, cast(invited_at as date) as invited_date, bound_at, first_order_no as order_no,
        first_paid_at, reward_type, reward_fen, status, is_self, is_ring, is_later_claim,
        not (is_self or is_ring or is_later_claim) as is_credited
    from judged
)
select * from referral
