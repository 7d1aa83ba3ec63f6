-- scores.defect_quarantine: one row per class whose rows must be kept out, and feed.
with
planted as (
    select class, expected_action, feed, file, cast(row as bigint) as row_no
    from scores.noted_fault
    where expected_action = 'quarantine'
),
failed as (
    select file, max(reason) as why from ods.file_manifest where status = 'failed' group by file
),
broken as (
    select file, count_if(reason = 'truncated_row') as cut_rows from ods.quarantine group by file
),
judged as (
    select
        p.class, p.expected_action, p.feed,
        case p.class when 'duplicate_key' then q.reason = 'duplicate_key' when 'rounded_id' then q.reason = 'rounded_id'
            when 'invalid_json' then q.reason in ('invalid_json', 'truncated_row')
            when 'truncated_last_line' then cut_rows > 0
            when 'column_missing' then why like 'missing_columns%' end as is_right,
        q.reason is not null as is_quarantined
    from planted as p
    left join ods.quarantine as q on q.file = p.file and q.row_no = p.row_no
    left join failed as f on f.file = p.file
    left join broken as b on b.file = p.file
),
defect_quarantine as (
    select
        class, expected_action, feed, count(*) as planted, count_if(is_right) as quarantined,
        count_if(is_quarantined and not is_right) as wrong_reason, count_if(not coalesce(is_right, false)) as missed
    from judged
    group by class, expected_action, feed
)
select * from defect_quarantine
