-- dwd.points_event: one row per change, of the mall's typed and the CRM's signed ledger; plus is given, minus is taken.
with
told as (
    select trans_no, 'crm' as source, 2 as source_rank, member_id, cast(amount as bigint) as points,
        cast(total as bigint) as balance_points, trans_date as changed, _ingest_ts
    from ods.points_crm
    union all
    select trans_no, 'mall', 1, member_id, if(change_type = '1', -1, 1) * cast(change_count as bigint),
        cast(null as bigint), create_time, _ingest_ts
    from ods.points_mall
),
points_event as (
    select
        trans_no,
        source,
        source_rank,
        'member_id' as id_type,
        'crm' as id_namespace,
        member_id as id_value,
        points,
        balance_points,
        try_to_timestamp(replace(changed, '/', '-'), 'yyyy-M-d H:m[:s]') as changed_at,
        cast(try_to_timestamp(replace(changed, '/', '-'), 'yyyy-M-d H:m[:s]') as date) as changed_date,
        _ingest_ts as modified_at
    from told
)
select * from points_event
