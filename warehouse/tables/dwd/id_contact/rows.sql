-- dwd.id_contact: one row per contact and unionid, and one per phone in a guide's remark. Contacts of type 2 are other companies'
-- staff; a list without unionid takes none away, for its reader may lack the right to see it.
with
listed as (
    select
        *, named_struct('type', 'external_userid', 'space', :corp, 'value', external_userid) as contact,
        timestamp_seconds(try_cast(created_at_s as bigint)) as since
    from ods.wecom_contact
    where _change = 'present' and coalesce(contact_type, '1') <> '2'
),
found as (
    select
        contact, external_userid as record, 'unionid' as slot, 'unionid' as type,
        coalesce(nullif(provider, 'brand'), :open_platform) as space, unionid as value, 'S' as at_most, since, _drop_date, _take
    from listed
    where unionid is not null
    union all
    select
        contact, concat_ws('|', staff_userid, external_userid), concat('remark', at + 1), 'phone', 'cn', mobile, 'W',
        since, _drop_date, _take
    from listed
    lateral view posexplode(from_json(remark_mobiles, 'array<string>')) m as at, mobile
),
contact as (
    select
        'contact' as source, record, slot,
        contact.type as left_type, contact.space as left_namespace, contact.value as left_value,
        type as right_type, space as right_namespace, value as right_value, at_most, true as is_state,
        timestamp(_drop_date) as seen_at, since as since_at, _drop_date as said_on, cast(_take as bigint) as turn
    from found
)
select * from contact
