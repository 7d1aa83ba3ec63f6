-- dwd.refund_online: one row per refund of a platform. JD tells the amount refunded so far on the order itself, without a
-- time of its own: it is that change of the order which told this amount first (dwd.refund has it by "first").
with
tmall as (
    select
        'tmall' as platform, seller_nick as shop_code, refund_id as refund_no, tid as order_no, 'public' as domain,
        'tmall' as channel, if(ouid is null and buyer_nick not like '%*%',
            named_struct('type', 'tb_nick', 'space', seller_nick, 'value', token('tb_nick', buyer_nick)),
            named_struct('type', 'tb_ouid', 'space', seller_nick, 'value', ouid)) as id,
        outer_id as sku_code, num as pieces, try_cast(created as timestamp) as applied_at,
        try_cast(modified as timestamp) as succeeded_at,
        case status when 'SUCCESS' then 'SUCCEEDED' when 'CLOSED' then 'CLOSED' else 'APPLIED' end as status,
        cast(100 * try_cast(refund_fee as decimal(18, 2)) as bigint) as fen,
        try_cast(modified as timestamp) as modified_at, 2 as source_rank, _drop_date as drop_date,
        _file as file
    from ods.tmall_refund
),
jd as (
    select
        'jd', vender_id, order_no, order_no, 'public', 'jd',
        named_struct('type', 'jd_open_id', 'space', vender_id, 'value', open_id),
        cast(null as string), cast(null as string), try_cast(modified as timestamp), try_cast(modified as timestamp), 'SUCCEEDED',
        cast(100 * try_cast(refund_amount as decimal(18, 2)) as bigint),
        try_cast(modified as timestamp), 2, _drop_date, _file
    from ods.jd_order
    where try_cast(refund_amount as decimal(18, 2)) > 0 and coalesce(parent_no, '0') in ('0', order_no)
),
douyin as (
    select
        'douyin', cast(null as string), aftersale_id, order_id, 'public', 'douyin',
        named_struct('type', cast(null as string), 'space', cast(null as string), 'value', cast(null as string)),
        cast(null as string), aftersale_num, timestamp_seconds(try_cast(apply_time as bigint)),
        timestamp_seconds(try_cast(update_time as bigint)),
        case when refund_status in ('3', '5') then 'SUCCEEDED' when refund_status = '4' or aftersale_status = '28' then 'CLOSED'
            else 'APPLIED' end,
        try_cast(refund_amount as bigint), timestamp_seconds(try_cast(update_time as bigint)), 2, _drop_date, _file
    from ods.dy_aftersale
),
mall as (
    select
        'mall', cast(null as string), return_id, order_sn, 'private', 'mini_program',
        case when nullif(member_id, '0') is not null then named_struct('type', 'member_id', 'space', 'crm', 'value', member_id)
            when unionid is not null then named_struct('type', 'unionid', 'space', :open_platform, 'value', unionid)
            when openid is not null then named_struct('type', 'openid_mp', 'space', :appid, 'value', openid) end,
        sku_code, quantity, try_cast(created_at as timestamp), try_cast(coalesce(handled_at, updated_at) as timestamp),
        case status when '2' then 'SUCCEEDED' when '3' then 'CLOSED' else 'APPLIED' end,
        cast(100 * try_cast(return_amount as decimal(18, 2)) as bigint), try_cast(updated_at as timestamp), 2, _drop_date, _file
    from ods.mall_refund
),
refund_online as (
    select
        platform, shop_code, refund_no, order_no, domain, channel, cast(null as string) as store_code,
        if(id.value is null, null, id.type) as id_type, if(id.value is null, null, id.space) as id_namespace,
        id.value as id_value,
        sku_code, cast(abs(round(try_cast(pieces as decimal(14, 4)))) as int) as quantity, applied_at,
        if(status = 'SUCCEEDED', succeeded_at, null) as succeeded_at, status, coalesce(fen, 0L) as refund_fen,
        modified_at, source_rank, drop_date, file
    from (select * from tmall union all select * from jd union all select * from douyin union all select * from mall)
)
select * from refund_online
