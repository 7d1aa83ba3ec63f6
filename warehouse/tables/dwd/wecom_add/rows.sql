-- dwd.wecom_add: one row per guide, contact and adding, whether the lists of contacts, a call-back or both told it; who was
-- assigned by the company added nobody.
with
wecom_add as (
    select
        concat_ws(':', staff_userid, external_userid, unix_timestamp(valid_from)) as add_uid,
        'external_userid' as id_type,
        corp as id_namespace,
        external_userid as id_value,
        staff_userid,
        state,
        valid_from as added_at,
        cast(valid_from as date) as added_date
    from dwd.wecom_relation
    where began_by <> 'transfer'
)
select * from wecom_add
