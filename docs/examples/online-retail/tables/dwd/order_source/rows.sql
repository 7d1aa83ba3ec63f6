-- dwd.order_source: one row per invoice line that did not take money back (those are dwd.refund_online's).
-- Every amount is quantity times price, rounded half up to pence line by line; "_fen" is 1/100 of the house's currency.
-- Lines have no number and equal lines are real, so a line is numbered by its place in the file.
with
numbered as (
    select
        *, row_number() over (partition by invoice_no, _drop_date, _file order by _row_no) as line,
        try_to_timestamp(translate(invoice_date, '/T', '- '), 'yyyy-M-d H:m[:s]') as billed_at,
        cast(quantity as int) as pieces,
        cast(round(cast(quantity as decimal(14, 4)) * cast(unit_price as decimal(18, 4)) * 100) as bigint) as amount_fen
    from ods.online_retail_line
),
order_source as (
    select
        concat('web:', invoice_no) as order_key, format_string('%04d', line) as line_key, 'invoice' as source,
        'web' as platform, 'online_retail' as shop_code, invoice_no as order_no, 'private' as domain, 'web' as channel,
        cast(null as string) as store_code,
        if(customer_id is null, null, 'member_id') as id_type,
        if(customer_id is null, null, 'online_retail') as id_namespace, customer_id as id_value,
        billed_at as ordered_at, billed_at as paid_at, billed_at as finished_at,
        'FINISHED' as state, cast(null as string) as kind, cast(null as string) as note, cast(null as string) as title,
        stock_code as sku_code, pieces as quantity, amount_fen as list_fen, amount_fen as line_fen,
        0L as platform_discount_fen, 0L as points_fen, cast(null as bigint) as payable_fen, 0L as postage_fen,
        amount_fen = 0 and pieces > 0 and customer_id is not null as is_gift,
        cast(null as string) as guide_no, cast(null as string) as private_guide_no, cast(null as string) as fulfil_store_code,
        _ingest_ts as modified_at, 1 as source_rank, coalesce(cast(billed_at as date), _drop_date) as ordered_date, 3 as progress
    from numbered
    where amount_fen < 0 is not true
)
select * from order_source
