-- scores.true_node: one row per person, identifier and time it was theirs, the identifier as a node of dwd.id_edge, and why they
-- have it.
with
douyin as (
    select open_id, min(shop_name) as shop from ods.dy_order group by open_id
),
true_node as (
    select distinct
        person, id_type, cast(valid_from as date) as valid_from, cast(valid_to as date) as valid_to, cause,
        case id_type
            when 'pos_uid' then concat('member_id|', namespace, '|', value)
            when 'tb_ouid' then concat('tb_ouid|*|', value)
            when 'phone' then concat('phone|*|', token('phone', value))
            when 'unionid' then concat('unionid|', if(namespace = 'brand', 'main', namespace), '|', value)
            when 'tb_open_uid' then concat('tb_open_uid|taobao|', value)
            when 'jd_open_id' then concat('jd_open_id|10088|', value)
            when 'dy_open_id' then concat_ws('|', 'dy_doudian_open_id', shop, value)
            when 'openid_channels' then concat('openid_channels|wxchannels01|', value)
            else concat_ws('|', id_type, namespace, value) end as node
    from truth.identifier
    left join douyin on id_type = 'dy_open_id' and open_id = value
)
select * from true_node
