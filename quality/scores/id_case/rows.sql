-- scores.id_case: one row per class and person it concerns.
with
cause as (
    select
        map('family', 'family_phone', 'second_phone', 'two_phones', 'second_wechat', 'two_wechats', 'recycled', 'recycled_number',
            'given_back', 'recycled_number', 'second_namespace', 'second_unionid_space')[cause] as class, person
    from truth.identifier
),
noted as (
    select class, split_part(detail, ',', 1) as id from scores.noted_fault
),
named as (
    select class, person
    from noted
    join truth.identifier on value = id
    where class in ('store_phone', 'fake_phone', 'phone_format', 'openid_without_unionid', 'contact_without_unionid',
        'colliding_unionid', 'wrong_remark_mobile')
),
bought as (
    select class, buyer as person
    from noted
    join truth.order on order_no = id
    where class in ('two_tmall_shops', 'member_sync_bridge', 'masked_phone_only', 'virtual_number')
),
id_case as (
    select class, person from cause where class is not null
    union
    select class, person from named
    union
    select class, person from bought
)
select * from id_case
