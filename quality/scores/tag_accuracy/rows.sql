-- scores.tag_accuracy: one row per tag whose truth is known.
with
truly as (
    select oneid, to_json(struct(t.*), map('ignoreNullFields', 'false')) as said from scores.tag_true_sale as t
    union all
    select oneid, to_json(struct(t.*), map('ignoreNullFields', 'false')) from scores.tag_true_line as t
    union all
    select oneid, to_json(struct(t.*), map('ignoreNullFields', 'false')) from scores.tag_true_person as t
    union all
    select oneid, to_json(struct(t.*), map('ignoreNullFields', 'false')) from scores.tag_true_relation as t
),
expected as (
    select oneid, explode(from_json(said, 'map<string,string>')) as (tag, expected) from truly
),
tagged as (
    select oneid, from_json(to_json(struct(t.*)), 'map<string,string>') as told from dws.customer_tag as t
),
compared as (
    select
        tag, oneid, suffices, expected, told[tag] as told, expected <=> told[tag]
            or tag rlike '(wear|shoes|bags|accessories)_fen' and abs(expected - told[tag]) <= 5 as is_right,
        coalesce(expected, '0') not in ('0', 'false', 'none', 'never_asked')
            or coalesce(told[tag], '0') not in ('0', 'false', 'none', 'never_asked') as is_telling
    from scores.tag_case
    join expected using (oneid)
    join tagged using (oneid)
    where tag not in ('oneid', 'today')
),
tag_accuracy as (
    select
        tag, count(*) as customers, count_if(suffices) as compared, count_if(suffices and is_right) as right,
        count_if(suffices and is_telling) as telling, count_if(suffices and is_telling and is_right) as right_telling,
        count_if(is_right) as right_of_all,
        min(if(suffices and not is_right, concat(oneid, ': ', coalesce(told, 'null'), ' is ', coalesce(expected, 'null')), null))
            as first_wrong
    from compared
    group by tag
)
select * from tag_accuracy
