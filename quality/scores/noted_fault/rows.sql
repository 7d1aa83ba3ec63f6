-- scores.noted_fault: one row per row of truth.defect whose file is of a drop folder up to the last one that landed. A file that
-- came twice is known by the name under which it was read; the copy of a row that must be kept out must be kept out too.
with
last_night as (
    select max(drop_date) as until from ods.file_manifest
),
taken as (
    select sha256, min(file) as file from ods.file_manifest where status = 'landed' group by sha256
),
renamed as (
    select d.file as told_as, min(t.file) as file
    from ods.file_manifest as d
    join taken as t on t.sha256 = d.sha256
    where d.status = 'duplicate' and d.file not in (select file from ods.file_manifest where status = 'landed')
    group by d.file
),
landed as (
    select coalesce(r.file, d.file) as file, d.row, d.feed, d.class, d.expected_action, d.detail
    from truth.defect as d
    cross join last_night
    left join renamed as r on r.told_as = d.file
    where to_date(substring(d.file, 1, 10)) <= until
),
copied as (
    select c.file, c.row, c.feed, k.class, k.expected_action, c.detail
    from landed as c
    join landed as k on k.file = c.file and k.detail = c.detail and cast(k.row as bigint) = cast(c.row as bigint) - 1
    where c.class = 'exact_duplicate' and k.class in ('rounded_id', 'invalid_json')
),
noted_fault as (
    select * from landed
    union all
    select * from copied
)
select * from noted_fault
