-- dwd.order_erp: one row per line. A platform's own feed owns its sales: of the hub's shops only those listed in `own_shops`
-- (separated by commas) are taken, so that no sale counts twice. 补发 and 换货 are no sales.
with
order_erp as (
    select
        concat('erp:', o_id) as order_key, format_string('%03d', coalesce(at, 0) + 1) as line_key, 'erp' as source,
        'erp' as platform, shop_id as shop_code, o_id as order_no, 'public' as domain, 'erp' as channel,
        cast(null as string) as store_code, cast(null as string) as id_type, cast(null as string) as id_namespace,
        cast(null as string) as id_value, try_cast(created as timestamp) as ordered_at,
        if(status in ('WaitPay', 'Delete') and pay_date is null, null, coalesce(try_cast(pay_date as timestamp),
            if(status in ('Cancelled', 'Delete'), null, try_cast(created as timestamp)))) as paid_at,
        cast(null as timestamp) as finished_at,
        case when status in ('Cancelled', 'Delete') then 'CLOSED' when io_date is not null then 'SHIPPED' end as state,
        map('补发订单', 'reship', '换货订单', 'reship', '分销Plus', 'wholesale', '供销Plus', 'wholesale')[order_type] as kind,
        cast(null as string) as note, item.name as title, item.sku_id as sku_code, try_cast(item.qty as int) as quantity,
        cast(100 * try_cast(item.price as decimal(14, 2)) * try_cast(item.qty as int) as bigint) as list_fen,
        cast(100 * try_cast(item.amount as decimal(18, 2)) as bigint) as line_fen, 0L as platform_discount_fen, 0L as points_fen,
        cast(100 * try_cast(pay_amount as decimal(18, 2)) as bigint) as payable_fen,
        coalesce(cast(100 * try_cast(freight as decimal(18, 2)) as bigint), 0L) as postage_fen,
        false as is_gift, cast(null as string) as guide_no, cast(null as string) as private_guide_no,
        cast(null as string) as fulfil_store_code,
        coalesce(try_cast(modified as timestamp), try_cast(created as timestamp)) as modified_at, 2 as source_rank,
        _drop_date as drop_date, _file as file
    from ods.erp_order
    lateral view outer posexplode(from_json(items,
        'array<struct<sku_id:string,name:string,qty:string,price:string,amount:string>>')) i as at, item
    where array_contains(split(cast(:own_shops as string), ','), shop_id)
)
select * from order_erp
