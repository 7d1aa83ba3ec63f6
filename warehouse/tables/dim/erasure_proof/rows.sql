-- dim.erasure_proof: one row per request and table that held the person.
with
request as (
    select
        request_id, min(cast(requested_on as date)) as requested_on, min(requested_by) as requested_by, min(reason) as reason,
        count(distinct tombstone) as identifiers
    from ods.id_erasure
    group by request_id
),
done as (
    select
        request_id,
        min(if(what = 'identifiers', business_date, null)) as carried_out_on,
        max(if(what = 'vacuumed', business_date, null)) as vacuumed_on
    from ods.erasure_log
    group by request_id
),
erasure_proof as (
    select
        request_id, table_name, requested_on, requested_by, reason, identifiers, carried_out_on,
        coalesce(sum(rows) filter (where what = 'blanked'), 0) as blanked_rows,
        coalesce(sum(rows) filter (where what = 'removed'), 0) as removed_rows,
        coalesce(sum(rows) filter (where what = 'rebuilt'), 0) as rebuilt_rows,
        coalesce(sum(files), 0) as landed_files,
        coalesce(sum(rows) filter (where what = 'vacuumed'), 0) as vacuumed_files,
        vacuumed_on
    from ods.erasure_log
    join request using (request_id)
    join done using (request_id)
    group by all
)
select * from erasure_proof
