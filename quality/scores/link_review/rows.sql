-- scores.link_review: one row per status of a pair of customers that is likely one.
with
owned as (
    select distinct person, concat_ws('|', if(id_type = 'dy_open_id', 'dy_doudian_open_id', id_type), value) as id
    from truth.identifier
    where id_type not in ('phone', 'sa_anonymous', 'pos_uid')
),
holder as (
    select cluster, collect_set(person) as persons
    from dim.id_cluster
    join owned on id = concat_ws('|', split_part(node, '|', 1), substring(node, length(substring_index(node, '|', 2)) + 2))
    group by cluster
),
link_review as (
    select
        status, count(*) as pairs, count_if(arrays_overlap(l.persons, r.persons)) as same,
        count_if(not arrays_overlap(l.persons, r.persons)) as different,
        count_if(l.cluster is null or r.cluster is null) as unknown
    from dim.link_review
    left join holder l on l.cluster = left_node
    left join holder r on r.cluster = right_node
    group by status
)
select * from link_review
