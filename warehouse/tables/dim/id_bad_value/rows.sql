-- dim.id_bad_value: one row per identifier that is nobody's, or that too many are seen with.
with
known as (
    select
        concat_ws('|', id_type, if(is_shared, '*', space), coalesce(
            known_token, if(is_personal, token(id_type, clean), clean))) as node,
        id_type, place, reason, 'quarantine' as over_limit, evidence
    from (
        select *, id_clean(value, swap_from, swap_to, drop, lead) as clean
        from (
            select
                id_type, 'crm' as space, value, cast(null as string) as known_token, 1 as place, 'denied' as reason,
                concat('on the list as ', coalesce(reason, '?')) as evidence
            from ods.id_denylist
            union all
            select 'phone', null, null, phone, 2, 'staff', concat('phone of staff ', staff_no)
            from dim.staff
            where phone is not null
            union all
            select 'phone', null, phone, null, 3, 'store', concat('phone of store ', store_code)
            from dim.store
            where phone is not null
            union all
            select distinct
                'external_userid', :corp, external_userid, null, 4, 'other_company',
                'a contact of type 2: staff of another company'
            from ods.wecom_contact
            where contact_type = '2'
        )
        join dwd.id_form using (id_type)
    )
),
neighbour as (
    select left_node as node, left_type as id_type, right_node as other, right_type as other_type
    from dwd.id_edge
    where retracted_on is null
    union all
    select right_node, right_type, left_node, left_type
    from dwd.id_edge
    where retracted_on is null
),
owned as (
    select n.node, n.id_type, concat_ws('|', n.other_type, split_part(n.other, '|', 2)) as kind, count(*) as owners
    from neighbour n
    join dwd.id_type o on o.id_type = n.other_type and o.strength = 'S'
    group by 1, 2, 3
),
shared as (
    select
        node, id_type, 5 as place, 'many_owners' as reason, any_value(over_limit) as over_limit,
        concat('seen with ', max(owners), ' of ', max_by(kind, struct(owners, kind)), ', at most ', any_value(most_oneids))
            as evidence
    from owned
    join dwd.id_type using (id_type)
    where owners > most_oneids
    group by node, id_type
),
ticket as (
    select distinct node, split_part(node, '|', 1) as id_type, record, said_on
    from dwd.id_sighting
    lateral view explode(array(left_node, right_node)) e as node
    where source = :till and not is_state and left_node is not null
),
busy as (
    select
        node, id_type, 6 as place, 'many_records' as reason, over_limit,
        concat('more than ', most_records, ' tickets within ', most_records_days, ' days, ', size(days), ' in all') as evidence
    from (select node, id_type, array_sort(collect_list(said_on)) as days from ticket group by node, id_type)
    join dwd.id_type using (id_type)
    where size(days) > most_records and (most_records_days = 0 or exists(
        sequence(0, size(days) - 1), i -> datediff(get(days, i + most_records), days[i]) < most_records_days))
),
reason as (
    select node, min_by(struct(id_type, reason, over_limit, evidence), struct(place, evidence)) as what
    from (select * from known union all select * from shared union all select * from busy)
    group by node
),
id_bad_value as (
    select node, what.id_type, what.reason, what.over_limit, what.evidence from reason
)
select * from id_bad_value
