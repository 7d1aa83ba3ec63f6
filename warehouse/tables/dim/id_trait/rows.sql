-- dim.id_trait: one row per member, per contact of WeCom and guide, and per order that shows its addressee. A guide's remark
-- begins with a surname and a title (李女士); the phone in it is what a guide typed.
with
contact as (
    select
        external_userid, staff_userid,
        max_by(struct(remark, remark_mobiles, gender, created_at_s), struct(_drop_date, _take)) as c
    from ods.wecom_contact
    where _change = 'present' and coalesce(contact_type, '1') <> '2'
    group by external_userid, staff_userid
),
told as (
    select
        'member_id' as id_type, 'crm' as id_namespace, m.member_id as id_value, v.name, m.gender, v.birthday,
        v.phone, s.city, cast(null as string) as district, updated_at as seen_at
    from dim.member m
    left join vault.member v on v.member_id = m.member_id
    left join dim.store s on s.store_code = m.registered_store
    union all
    select
        'external_userid', :corp, external_userid,
        concat(nullif(regexp_extract(c.remark, '^([一-龥])(女士|小姐|先生)', 1), ''), '*'),
        coalesce(map('女士', 'female', '小姐', 'female', '先生', 'male')[
            regexp_extract(c.remark, '^([一-龥])(女士|小姐|先生)', 2)], map('1', 'male', '2', 'female')[c.gender]),
        null, nullif(regexp_extract(c.remark_mobiles, '(1[3-9][0-9]{9})', 1), ''), s.city, null,
        timestamp_seconds(try_cast(c.created_at_s as bigint))
    from contact
    left join dim.staff f on f.wecom_userid = staff_userid
    left join dim.store s on s.store_code = f.store_code
    union all
    select id_type, id_namespace, id_value, name, null, null, phone, city, district, seen_at
    from dwd.receiver
),
id_trait as (
    select
        concat_ws('|', t.id_type, if(is_shared, '*', id_namespace), if(is_personal, token(t.id_type, id_value),
            id_clean(id_value, swap_from, swap_to, drop, lead))) as node,
        name, gender, birthday, if(b.node is null, phone, null) as phone, regexp_replace(city, '市$', '') as city, district,
        seen_at
    from told t
    join dwd.id_form f on f.id_type = t.id_type
    left join dim.id_bad_value b on b.node = concat('phone|*|', token('phone', phone))
)
select * from id_trait
