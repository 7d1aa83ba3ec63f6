-- scores.id_reach: one row per kind of identifier; what is in no true edge is the ceiling of recall.
with
owned as (
    select distinct
        person, id_type,
        case id_type
            when 'pos_uid' then concat('member_id|', namespace, '|', value)
            when 'tb_ouid' then concat('tb_ouid|*|', value)
            when 'phone' then concat('phone|*|', value)
            when 'unionid' then concat('unionid|', if(namespace = 'brand', 'main', namespace), '|', value)
            when 'tb_open_uid' then concat('tb_open_uid|taobao|', value)
            when 'jd_open_id' then concat('jd_open_id|10088|', value)
            when 'openid_channels' then concat('openid_channels|wxchannels01|', value)
            else concat_ws('|', id_type, namespace, value) end as node
    from truth.identifier
),
side as (
    select left_node as node, right_node as other, strength from dwd.id_edge
    union all
    select right_node, left_node, strength from dwd.id_edge
),
tied as (
    select o.person, o.node, min(array_position(array('S', 'M', 'W'), s.strength)) as level
    from owned o
    join side s on s.node = o.node
    join owned p on p.node = s.other and p.person = o.person
    group by o.person, o.node
),
id_reach as (
    select
        id_type, count(*) as identifiers, count_if(level <= 2) as tied, count_if(level = 3) as hinted,
        count_if(level is null) as unreachable
    from owned
    left join tied using (person, node)
    group by id_type
)
select * from id_reach
