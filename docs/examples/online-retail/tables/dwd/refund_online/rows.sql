-- dwd.refund_online: one row per invoice line with a negative amount: credit notes (C…) and written-off debts (A…).
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
    select concat(invoice_no, ':', line) as refund_no, *
    from numbered
    where amount_fen < 0
),
taken_back as (
    select refund_no, max(struct(o.ordered_at, o.order_no)).order_no as order_no
    from credit as c
    join dwd.order_line as o on o.id_value = c.customer_id and o.sku_code = c.stock_code and o.ordered_at <= c.billed_at
    where o.is_valid_sale
    group by refund_no
),
refund_online as (
    select
        'web' as platform, 'online_retail' as shop_code, refund_no, order_no, 'private' as domain, 'web' as channel,
        cast(null as string) as store_code,
        if(customer_id is null, null, 'member_id') as id_type,
        if(customer_id is null, null, 'online_retail') as id_namespace, customer_id as id_value,
        stock_code as sku_code, abs(cast(quantity as int)) as quantity,
        billed_at as applied_at, billed_at as succeeded_at, 'SUCCEEDED' as status, -amount_fen as refund_fen,
        _ingest_ts as modified_at, 1 as source_rank, _drop_date as drop_date, _file as file
    from credit
    left join taken_back using (refund_no)
)
select * from refund_online
