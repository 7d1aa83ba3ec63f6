-- dwd.consent: one row per decision; what was delivered twice is one decision.
with
asked as (
    select
        c.*, is_personal,
        id_clean(id_value, swap_from, swap_to, drop, lead) as clean
    from ods.consent c
    left join dwd.id_form using (id_type)
),
consent as (
    select
        id_type,
        case id_type when 'member_id' then 'crm' when 'unionid' then :open_platform when 'phone' then 'cn'
            else 'unknown' end as id_namespace,
        if(is_personal, token(id_type, clean), id_value) as id_value,
        purpose,
        try_to_timestamp(replace(decided_at, '/', '-'), 'yyyy-M-d H:m[:s]') as decided_at,
        status,
        case status when 'granted' then 0 when 'withdrawn' then 1 else 2 end as restriction,
        channel,
        text_version,
        _ingest_ts as modified_at
    from asked
)
select * from consent
