-- dwd.wecom_add: one row per adding that a call-back told; a call-back delivered twice is one.
with
wecom_add as (
    select
        coalesce(event_id, concat_ws(':', staff_userid, external_userid, created_at_s)) as add_uid,
        'external_userid' as id_type,
        :corp as id_namespace,
        external_userid as id_value,
        staff_userid,
        state,
        timestamp_seconds(cast(created_at_s as bigint)) as added_at,
        cast(timestamp_seconds(cast(created_at_s as bigint)) as date) as added_date,
        _ingest_ts as modified_at
    from ods.wecom_event
    where event = 'change_external_contact' and change_type = 'add_external_contact'
        and external_userid is not null and staff_userid is not null
)
select * from wecom_add
