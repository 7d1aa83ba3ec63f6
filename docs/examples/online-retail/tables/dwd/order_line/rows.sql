-- dwd.order_line: one row per invoice line that did not take money back (those are dwd.refund's).
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
told as (
    select
        *, coalesce(cast(billed_at as date), _drop_date) as billed_date,
        case when amount_fen > 0 then null when pieces < 0 then 'negative_quantity'
            when customer_id is not null then 'gift' else 'zero_price' end as reason
    from numbered
    where amount_fen < 0 is not true
),
order_line as (
    select
        concat('web:online_retail:', invoice_no) as order_uid, cast(line as string) as line_no,
        'web' as platform, 'online_retail' as shop_code, 'private' as domain, 'web' as channel,
        cast(null as string) as store_code,
        if(customer_id is null, null, 'member_id') as id_type,
        if(customer_id is null, null, 'online_retail') as id_namespace, customer_id as id_value,
        billed_at as ordered_at, billed_date as ordered_date, billed_at as paid_at, billed_date as paid_date,
        'FINISHED' as status, stock_code as sku_code, pieces as quantity,
        amount_fen as list_fen, 0L as shop_discount_fen, 0L as platform_discount_fen, 0L as other_discount_fen,
        amount_fen as order_fen, amount_fen as pay_fen, amount_fen as receipt_fen, 0L as postage_fen,
        reason <=> 'gift' as is_gift, reason is null as is_valid_sale, reason as invalid_reason,
        _ingest_ts as modified_at, 1 as source_rank
    from told
)
select * from order_line
