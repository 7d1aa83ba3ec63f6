-- scores.noted_fault: one row per row of truth.defect whose file is of a drop folder up to the last one that landed. A file that
-- came twice is known by the name under which it was read.
with
manifest as (
    select
        file, drop_date, status, min(if(status = 'landed', file, null)) over (partition by sha256) as taken_as,
        bool_or(status = 'landed') over (partition by file) as is_landed
    from ods.file_manifest
),
last_night as (
    select
        max(drop_date) as until,
        map_from_entries(collect_set(struct(file, taken_as)) filter (where status = 'duplicate' and not is_landed)) as taken_as
    from manifest
),
noted_fault as (
    select coalesce(taken_as[d.file], d.file) as file, d.row, d.feed, d.class, d.expected_action, d.detail
    from truth.defect as d
    cross join last_night
    where to_date(substring(d.file, 1, 10)) <= until
)
select * from noted_fault
