-- scores.false_alarm: one row per feed and reason with quarantined rows that no fault for the quarantine names; the copy
-- of such a row is one itself.
with
named as (
    select distinct file, cast(row as bigint) as row_no
    from scores.noted_fault
    where class in ('rounded_id', 'invalid_json', 'duplicate_key', 'exact_duplicate')
),
cut as (
    select distinct file from scores.noted_fault where class = 'truncated_last_line'
),
false_alarm as (
    select q.feed, q.reason, count(*) as quarantined, min(concat(q.file, ':', q.row_no)) as first_case
    from ods.quarantine as q
    left join named as n on n.file = q.file and n.row_no = q.row_no
    left join cut as c on c.file = q.file and q.reason = 'truncated_row'
    where n.file is null and c.file is null
    group by q.feed, q.reason
)
select * from false_alarm
