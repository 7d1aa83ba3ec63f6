-- scores.relation: one row per kind of relation and how it ended.
-- Contacts end to the second when a call-back tells it; members of groups end on the day whose list lacks them.
-- Contacts of other companies (type 2) are nobody's customers and on neither side.
with
other_company as (
    select distinct detail as b from scores.noted_fault where class = 'other_company_contact'
),
first_list as (
    select min(drop_date) as listed_on from ods.file_manifest
),
true_interval as (
    select
        kind, staff_or_group as a, external_id as b, cast(begins_at as timestamp) as begins_at,
        cast(ends_at as timestamp) as ends_at, coalesce(ended_by, 'lasting') as ended_by
    from truth.relation as r
    left anti join other_company as o on r.kind = 'contact' and o.b = r.external_id
),
built as (
    select 'contact' as kind, staff_userid as a, external_userid as b, valid_from, valid_to, is_end_exact
    from dwd.wecom_relation
    where is_customer
    union all
    select 'group', chat_id, member_userid, valid_from, valid_to, valid_to is null
    from dwd.group_member
    where member_type = 'customer'
),
matched as (
    select
        coalesce(t.kind, s.kind) as kind, coalesce(t.ended_by, 'none') as ended_by, t.a is null as is_foreign,
        s.a is null as is_unknown, s.a is not null and t.ends_at <=> s.valid_to as is_equal,
        coalesce(s.a is null and date(t.begins_at) < listed_on and date(t.ends_at) <= listed_on, false) as is_untold,
        s.a is not null and not is_end_exact and date(t.ends_at) <=> date(s.valid_to) as is_equal_to_the_day
    from true_interval as t
    cross join first_list
    full join built as s on s.kind = t.kind and s.a = t.a and s.b = t.b and s.valid_from = t.begins_at
),
relation as (
    select
        kind, ended_by, count_if(not is_foreign) as intervals, count_if(is_equal) as equal,
        count_if(not is_equal and is_equal_to_the_day) as equal_to_the_day, count_if(is_unknown) as unknown_begin,
        count_if(not is_foreign and not is_untold and not coalesce(is_equal or is_equal_to_the_day, false)) as differing,
        count_if(is_foreign) as foreign
    from matched
    group by kind, ended_by
)
select * from relation
