-- dwd.guide_binding: one row per binding; a row that comes again with its end replaces the one without.
with
guide_binding as (
    select
        member_id,
        staff_no,
        reason,
        try_to_timestamp(replace(valid_from, '/', '-'), 'yyyy-M-d H:m[:s]') as bound_at,
        try_to_timestamp(replace(valid_to, '/', '-'), 'yyyy-M-d H:m[:s]') as unbound_at,
        try_to_timestamp(replace(protected_until, '/', '-'), 'yyyy-M-d H:m[:s]') as protected_until_at,
        _ingest_ts as modified_at
    from ods.guide_binding
)
select * from guide_binding
