-- dim.id_single: one row per customer and kind of identifier of which it has one and may have no other.
with
id_single as (
    select distinct cluster, substring_index(node, '|', 2) as limit_key
    from dim.id_cluster
    join dwd.id_type on id_type = substring_index(node, '|', 1)
    where most_values = 1
)
select * from id_single
