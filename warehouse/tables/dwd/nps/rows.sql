-- dwd.nps: one row per answer sheet. The link's parameter says who answered or about which order.
with
told as (
    select
        *,
        if(source_detail rlike '^src_', substr(source_detail, 5), null) as link,
        if(link rlike '^o[A-Za-z0-9_-]{27}$', link, null) as unionid,
        if(link rlike '^[0-9][0-9A-Za-z-]{7,31}$', link, null) as order_no,
        token('phone', nullif(regexp_extract(regexp_replace(
            translate(phone, '０１２３４５６７８９', '0123456789'), '[^0-9]', ''), '^(?:00)?(?:86)?(1[3-9][0-9]{9})$', 1), ''))
            as mobile,
        cast(score as int) as points
    from ods.nps
),
nps as (
    select
        answer_no,
        try_to_timestamp(replace(submitted_at, '/', '-'), 'yyyy-M-d H:m[:s]') as submitted_at,
        cast(try_to_timestamp(replace(submitted_at, '/', '-'), 'yyyy-M-d H:m[:s]') as date) as submitted_date,
        points as score,
        case when points >= 9 then 'promoter' when points >= 7 then 'passive' when points >= 0 then 'detractor' end
            as nps_class,
        nullif(array_join(array_sort(array_distinct(split(complaints, '┋'))), '、'), '') as complaints,
        cast(nullif(regexp_extract(took, '([0-9]+)', 1), '') as int) as took_s,
        source,
        nullif(regexp_extract(ip, '[(（]([^-)）]+)', 1), '') as province,
        nullif(regexp_extract(ip, '[(（][^-)）]+-([^)）]+)', 1), '') as city,
        case when unionid is not null then 'unionid' when mobile is not null then 'phone' end as id_type,
        case when unionid is not null then :open_platform when mobile is not null then 'cn' end as id_namespace,
        coalesce(unionid, mobile) as id_value,
        mobile as phone,
        order_no,
        coalesce(unionid, mobile, order_no) is null as is_anonymous,
        _ingest_ts as modified_at
    from told
)
select * from nps
