-- scores.link_reach: one row per kinds of both customers: pairs of one person that no identifier ties and no limit parts.
with
owned as (
    select distinct person, concat_ws('|', if(id_type = 'dy_open_id', 'dy_doudian_open_id', id_type), value) as id
    from truth.identifier
    where id_type not in ('phone', 'sa_anonymous', 'pos_uid')
),
holder as (
    select
        person, cluster, min(split_part(node, '|', 1)) as kind, any_value(phone) as phone,
        array_remove(split(coalesce(any_value(limits), ''), ';'), '') as limits
    from dim.id_cluster
    join owned on id = concat_ws('|', split_part(node, '|', 1), substring(node, length(substring_index(node, '|', 2)) + 2))
    join dim.link_record on customer = cluster
    group by person, cluster
),
pair as (
    select distinct
        least(l.kind, r.kind) as kind, greatest(l.kind, r.kind) as other_kind, l.cluster as left_node, r.cluster as right_node,
        l.phone is not null and r.phone is not null as has_phones
    from holder l
    join holder r on r.person = l.person and l.cluster < r.cluster
    where not arrays_overlap(l.limits, r.limits)
),
link_reach as (
    select
        kind, other_kind, count(*) as pairs, count_if(has_phones) as with_phones, count_if(status = 'linked') as linked,
        count_if(status = 'grey') as grey
    from pair
    left join dim.link_review using (left_node, right_node)
    group by kind, other_kind
)
select * from link_reach
