-- dim.scene: one row per scene as last listed, and one for unknown scenes.
with
scene as (
    select scene_code, max_by(coalesce(name, scene_code), valid_from) as name, max_by(domain, valid_from) as domain,
        max_by(channel, valid_from) as channel
    from dwd.scene_map
    group by scene_code
    union all
    select 'other', '未知场景', 'unknown', 'other'
)
select * from scene
