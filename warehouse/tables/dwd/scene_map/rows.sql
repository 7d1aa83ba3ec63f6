-- dwd.scene_map: one row per scene and first day; it holds until the scene's next one.
with
newest as (
    select
        *,
        to_date(replace(valid_from, '/', '-'), 'yyyy-M-d') as begins,
        row_number() over (partition by scene, to_date(replace(valid_from, '/', '-'), 'yyyy-M-d')
            order by _drop_date desc, _file desc, _row_no desc) as age
    from ods.scene_map
),
scene_map as (
    select
        scene as scene_code,
        name,
        domain,
        channel,
        begins as valid_from,
        coalesce(date_sub(lead(begins) over (partition by scene order by begins), 1), date'9999-12-31') as valid_to
    from newest
    where age = 1
)
select * from scene_map
