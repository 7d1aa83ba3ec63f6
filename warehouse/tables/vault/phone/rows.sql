-- vault.phone: one row per phone that a landed row has whole, whoever it is of.
with
told as (
    select phone, _drop_date from ods.member
    union all
    select phone, _drop_date from ods.pos_ticket
    union all
    select explode(array(phone_verified, receiver_phone)), _drop_date from ods.mall_order
    union all
    select explode(from_json(remark_mobiles, 'array<string>')), _drop_date from ods.wecom_contact
    union all
    select phone, _drop_date from ods.nps
    union all
    select phone, _drop_date from ods.staff
    union all
    select phone, _drop_date from ods.weimob_member
),
dialled as (
    select
        regexp_extract(regexp_replace(translate(phone, '０１２３４５６７８９', '0123456789'), '[^0-9*]', ''),
            '^(?:00)?(?:86)?(1[3-9][0-9]{9})$', 1) as phone,
        _drop_date
    from told
),
phone as (
    select token('phone', phone) as token, phone, max(_drop_date) as seen_on
    from dialled
    where phone <> ''
    group by phone
)
select * from phone
