-- scores.id_class: one row per class of identity that the truth knows.
with
target as (
    select *
    from values
        ('clerk_card', '店员代刷', 0, 100), ('store_phone', '门店电话', 1, 2), ('family_phone', '家庭共用号', 1, 2),
        ('two_phones', '一人两号', 1, 2), ('two_wechats', '一人两微信', 1, 2), ('recycled_number', '二次放号', 1, 2),
        ('contact_without_unionid', '无 unionid 联系人', 1, 2), ('other_company_contact', '外部企业联系人', 0, 100),
        ('second_unionid_space', '代运营 unionid', 1, 2), ('colliding_unionid', '撞值 unionid', 0, 2),
        ('openid_without_unionid', '无 unionid 访客', 1, 2), ('shared_device', '门店公用设备', 0, 100),
        ('two_tmall_shops', '天猫两店', 1, 2), ('member_sync_bridge', '会员通', 1, 2), ('masked_phone_only', '仅掩码号', 1, 2),
        ('virtual_number', '隐私号', 1, 2), ('wrong_remark_mobile', '备注号错人', 1, 2), ('fake_phone', '假手机号', 1, 2),
        ('phone_format', '手机号写法', 1, 2)
        as targets(class, class_zh, most_merged, most_split)
),
holder as (
    select oneid, count(distinct person) as persons from scores.owned_node group by oneid
),
thing as (
    select distinct class, concat('member_id|pospal:', store_code, '|', customer_uid) as node, 10 as most
    from scores.noted_fault d
    join ods.pos_ticket t on t._file = d.file and t._row_no = cast(d.row as bigint)
    where class = 'clerk_card' and customer_uid is not null
    union
    select
        class, concat(if(class = 'shared_device', 'sa_anonymous|retail|', 'external_userid|corp|'), detail),
        if(class = 'shared_device', 1, 0)
    from scores.noted_fault
    where class in ('shared_device', 'other_company_contact')
),
found as (
    select c.class, c.person as one, m.person is not null as is_merged, a.person is not null as is_split
    from scores.id_case c
    left join scores.id_mixed m on m.class = c.class and m.person = c.person
    left join scores.id_apart a on a.person = c.person
    union all
    select class, t.node, max(coalesce(persons, 0)) > max(most), false
    from thing t
    left join dim.identity_span s on s.node = t.node and s.released_on is null
    left join holder h on h.oneid = s.oneid
    group by class, t.node
),
id_class as (
    select
        class, class_zh, count(distinct one) as cases, count(distinct one) filter (where is_merged) as merged,
        count(distinct one) filter (where is_split) as split, most_merged, most_split
    from found
    join target using (class)
    group by all
)
select * from id_class
