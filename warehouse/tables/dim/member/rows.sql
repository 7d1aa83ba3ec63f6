-- dim.member: one row per member, as the newest list that has it says. Name, phone and birthday in clear are in vault.member.
with
newest as (
    select
        member_id, max_by(_change, struct(_drop_date, _take)) as last_change,
        max_by(_absent_from, struct(_drop_date, _take)) as absent_from,
        max_by(
            struct(card_no, phone, gender, birthday, level, growth, registered_at, registered_channel, registered_store,
                guide_no, unionid, mp_openid, tmall_ouid, status, updated_at, _ingest_ts),
            struct(_drop_date, _take)) filter (where _change = 'present') as seen
    from ods.member
    group by member_id
),
dialled as (
    select member_id, last_change, absent_from, seen.*,
        regexp_replace(translate(seen.phone, '０１２３４５６７８９', '0123456789'), '[^0-9*]', '') as digits,
        cast(try_to_timestamp(replace(seen.birthday, '/', '-'), 'yyyy-M-d') as date) as born
    from newest
),
member as (
    select
        member_id,
        card_no,
        token('phone', nullif(regexp_extract(digits, '^(?:00)?(?:86)?(1[3-9][0-9]{9})$', 1), '')) as phone,
        map('女', 'female', '男', 'male')[gender] as gender,
        year(born) as birth_year,
        month(born) as birth_month,
        level,
        try_cast(growth as bigint) as growth,
        try_to_timestamp(replace(registered_at, '/', '-'), 'yyyy-M-d[ H:m[:s]]') as registered_at,
        map('门店', 'store', '小程序', 'mini_program')[registered_channel] as registered_channel,
        registered_store,
        guide_no,
        unionid,
        mp_openid,
        tmall_ouid,
        coalesce(map('正常', 'active', '冻结', 'frozen', '注销', 'closed')[status], 'active') as status,
        last_change <> 'gone' as is_listed,
        if(last_change = 'gone', absent_from, null) as unlisted_date,
        coalesce(try_to_timestamp(replace(updated_at, '/', '-'), 'yyyy-M-d[ H:m[:s]]'), _ingest_ts) as updated_at
    from dialled
)
select * from member
