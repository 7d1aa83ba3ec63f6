-- scores.noted_fault: one row per row of truth.defect whose file is of a drop folder up to the last one that landed.
with
last_night as (
    select max(drop_date) as until from ods.file_manifest
),
noted_fault as (
    select d.*
    from truth.defect as d
    cross join last_night
    where to_date(substring(d.file, 1, 10)) <= until
)
select * from noted_fault
