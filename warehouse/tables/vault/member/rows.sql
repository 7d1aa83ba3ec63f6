-- vault.member: one row per member, as the newest list that has it says.
with
newest as (
    select
        member_id, max_by(struct(name, phone, birthday), struct(_drop_date, _take)) as seen,
        max(_drop_date) as seen_on
    from ods.member
    where _change = 'present'
    group by member_id
),
member as (
    select
        member_id, seen.name,
        nullif(regexp_extract(
            regexp_replace(translate(seen.phone, '０１２３４５６７８９', '0123456789'), '[^0-9*]', ''),
            '^(?:00)?(?:86)?(1[3-9][0-9]{9})$', 1), '') as phone,
        cast(try_to_timestamp(replace(seen.birthday, '/', '-'), 'yyyy-M-d') as date) as birthday,
        seen_on
    from newest
)
select * from member
