-- dwd.campaign_arm: one row per campaign and identifier. The first assignment counts: who is put into a group after the outcome
-- is known proves nothing.
with
told as (
    select
        campaign, id_type, if(id_type = 'member_id', 'crm', :corp) as id_namespace, id_value, arm,
        try_to_timestamp(replace(assigned_at, '/', '-'), 'yyyy-M-d H:m[:s]') as assigned_at, _drop_date, _file, _row_no
    from ods.campaign_arm
),
placed as (
    select *, row_number() over (
        partition by campaign, id_type, id_namespace, id_value order by assigned_at, _drop_date, _file, _row_no) as place
    from told
    where assigned_at is not null
),
campaign_arm as (
    select campaign, id_type, id_namespace, id_value, arm, assigned_at from placed where place = 1
)
select * from campaign_arm
