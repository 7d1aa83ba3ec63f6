-- dim.member: one row per member; the newest version wins.
with
dialled as (
    select *, regexp_replace(translate(phone, '０１２３４５６７８９', '0123456789'), '[^0-9*]', '') as digits
    from ods.member
),
member as (
    select
        member_id,
        card_no,
        nullif(regexp_extract(digits, '^(?:00)?(?:86)?(1[3-9][0-9]{9})$', 1), '') as phone,
        name,
        map('女', 'female', '男', 'male')[gender] as gender,
        cast(try_to_timestamp(replace(birthday, '/', '-'), 'yyyy-M-d') as date) as birthday,
        level,
        try_to_timestamp(replace(registered_at, '/', '-'), 'yyyy-M-d[ H:m[:s]]') as registered_at,
        registered_store,
        unionid,
        mp_openid,
        coalesce(try_to_timestamp(replace(updated_at, '/', '-'), 'yyyy-M-d[ H:m[:s]]'), _ingest_ts) as updated_at
    from dialled
)
select * from member
