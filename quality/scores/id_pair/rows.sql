-- scores.id_pair: one row. A recycled number is its old owner's without a date and its new one's from the date behind it.
with
owned as (
    select distinct
        person, cast(valid_from as date) as valid_from, cast(valid_to as date) as valid_to,
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
span as (
    select
        regexp_replace(node, '@[0-9]{4}-[0-9]{2}-[0-9]{2}$', '') as node, oneid,
        try_cast(nullif(regexp_extract(node, '@([0-9]{4}-[0-9]{2}-[0-9]{2})$', 1), '') as date) as began_on
    from dim.identity_span
    where released_on is null
),
held as (
    select *, lead(began_on) over (partition by node order by began_on nulls first) as ended_on from span
),
mine as (
    select node, oneid, min(person) as person
    from held
    join owned using (node)
    where (ended_on is null or valid_from is null or valid_from < ended_on)
        and (began_on is null or valid_to is null or valid_to > began_on)
    group by node, oneid, began_on
    having count(distinct person) = 1
),
side as (
    select left_node as node, right_node as other from dwd.id_edge where strength <> 'W' and retracted_on is null
    union all
    select right_node, left_node from dwd.id_edge where strength <> 'W' and retracted_on is null
),
step as (
    select distinct a.person, a.node, b.node as other
    from mine a
    join side s on s.node = a.node
    join mine b on b.node = s.other and b.person = a.person
    union
    select person, node, node from mine
),
steps as (
    select distinct person, a.node, b.other from step a join step b using (person) where a.other = b.node
),
path as (
    select distinct person, a.node, b.other from steps a join steps b using (person) where a.other = b.node and a.node <= b.other
),
reach as (
    select count(*) as reachable, count_if(a.oneid = b.oneid) as found
    from path
    join mine a using (person, node)
    join mine b on b.person = path.person and b.node = path.other
    where path.node < path.other
),
part as (
    select oneid, person, count(*) as nodes from mine group by oneid, person
),
customer as (
    select
        sum(nodes) as nodes, sum(nodes * (nodes - 1)) div 2 as alike, count(*) as persons
    from part
    group by oneid
),
told as (
    select
        sum(nodes) as identifiers, count(*) as customers, sum(nodes * (nodes - 1)) div 2 as told, sum(alike) as right,
        max(persons) as largest
    from customer
),
id_pair as (
    select identifiers, customers, told, right, told - right as wrong, reachable, found, largest from told cross join reach
)
select * from id_pair
