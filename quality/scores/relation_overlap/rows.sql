-- scores.relation_overlap: one row per table of intervals.
with
interval_of as (
    select 'dwd.wecom_relation' as table_name, concat_ws('|', staff_userid, external_userid) as key, valid_from, valid_to
    from dwd.wecom_relation
    union all
    select 'dwd.group_member', concat_ws('|', chat_id, member_userid), valid_from, valid_to from dwd.group_member
    union all
    select 'dwd.oa_relation', concat_ws('|', appid, openid), valid_from, valid_to from dwd.oa_relation
),
followed as (
    select *, lead(valid_from) over (partition by table_name, key order by valid_from) as next_from from interval_of
),
relation_overlap as (
    select
        table_name, count(*) as intervals, count(distinct key) as pairs,
        count_if(coalesce(valid_to, timestamp '9999-12-31') > next_from or valid_to < valid_from) as overlapping
    from followed
    group by table_name
)
select * from relation_overlap
