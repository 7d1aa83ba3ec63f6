-- dim.member_history: one row per member and state that analysts ask for; growth alone makes no new state.
with
dialled as (
    select
        member_id, _drop_date, _take, _change, _absent_from, level, guide_no, registered_store, unionid, mp_openid, tmall_ouid,
        coalesce(map('正常', 'active', '冻结', 'frozen', '注销', 'closed')[status], 'active') as status,
        regexp_replace(translate(phone, '０１２３４５６７８９', '0123456789'), '[^0-9*]', '') as digits,
        try_to_timestamp(replace(updated_at, '/', '-'), 'yyyy-M-d[ H:m[:s]]') as updated_at
    from ods.member
    where _change in ('present', 'gone')
),
stated as (
    select
        *,
        token('phone', nullif(regexp_extract(digits, '^(?:00)?(?:86)?(1[3-9][0-9]{9})$', 1), '')) as phone,
        max(updated_at) over (
            partition by member_id order by _drop_date, _take rows between unbounded preceding and 1 preceding) as reached_at
    from dialled
),
dated as (
    select
        *,
        case when _change = 'gone' then timestamp(_absent_from)
            when updated_at > reached_at or (reached_at is null and updated_at is not null) then updated_at
            else timestamp(_drop_date) end as began_at,
        xxhash64(_change, level, phone, guide_no, registered_store, unionid, mp_openid, tmall_ouid, status) as state
    from stated
),
ordered as (
    select
        *,
        max(began_at) over (
            partition by member_id order by _drop_date, _take rows between unbounded preceding and current row) as valid_from,
        lag(state) over (partition by member_id order by _drop_date, _take) as state_before
    from dated
),
changed as (
    select *, lead(valid_from) over (partition by member_id order by _drop_date, _take) as valid_to
    from ordered
    where state_before is null or state_before <> state
),
history as (
    select
        member_id, valid_from, valid_to, valid_to is null as is_current, level, phone, guide_no, registered_store, unionid,
        mp_openid, tmall_ouid, status
    from changed
    where _change = 'present' and (valid_to is null or valid_from < valid_to)
)
select * from history
