-- dwd.refund: one row per invoice line with a negative amount: credit notes (C…) and written-off debts (A…).
-- A credit note names no invoice. What it takes back is the customer's last purchase of the product up to its time; an
-- order billed later can never be it, so the answer is the same whichever night asks.
with
numbered as (
    select
        *, row_number() over (partition by invoice_no, _drop_date, _file order by _row_no) as line,
        try_to_timestamp(translate(invoice_date, '/T', '- '), 'yyyy-M-d H:m[:s]') as billed_at,
        cast(round(cast(quantity as decimal(14, 4)) * cast(unit_price as decimal(18, 4)) * 100) as bigint) as amount_fen
    from ods.online_retail_line
),
credit as (
    select
        concat('web:online_retail:', invoice_no, ':', line) as refund_uid, stock_code as sku_code, customer_id, quantity,
        billed_at, coalesce(cast(billed_at as date), _drop_date) as billed_date, -amount_fen as refund_fen, _ingest_ts
    from numbered
    where amount_fen < 0
),
purchase as (
    select id_value as customer_id, sku_code, ordered_at, order_uid, paid_date
    from dwd.order_line
    where is_valid_sale and id_value is not null
),
taken_back as (
    select refund_uid, max(struct(ordered_at, order_uid, paid_date)) as last
    from credit
    join purchase using (customer_id, sku_code)
    where ordered_at <= billed_at
    group by refund_uid
),
refund as (
    select
        refund_uid, last.order_uid as order_uid,
        'web' as platform, 'online_retail' as shop_code, 'private' as domain, 'web' as channel,
        cast(null as string) as store_code,
        if(customer_id is null, null, 'member_id') as id_type,
        if(customer_id is null, null, 'online_retail') as id_namespace, customer_id as id_value,
        sku_code, abs(cast(quantity as int)) as quantity,
        billed_at as applied_at, billed_date as applied_date, billed_at as succeeded_at, billed_date as refund_date,
        last.paid_date as order_paid_date, refund_fen, 'SUCCEEDED' as status, _ingest_ts as modified_at, 1 as source_rank
    from credit
    left join taken_back using (refund_uid)
)
select * from refund
