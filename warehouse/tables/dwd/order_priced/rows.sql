-- dwd.order_priced: one row per line of an order. Rows about lines take from the row about the order what they lack; an order
-- without lines is its own line. The newest source of an order is believed, the interface on a tie; a time of payment
-- once told stays. The order's money is shared over its lines so that they sum to it to the fen; a gift gets none of it.
-- A minus before the pieces of a line that was paid for is a slip of the till (负数量) and not read.
with
said as (
    select * from dwd.order_source where ordered_date between :reopened_from and :business_date
),
line as (
    select
        coalesce(l.order_key, h.order_key) as order_key, coalesce(l.line_key, '') as line_key,
        coalesce(l.source, h.source) as source, coalesce(l.platform, h.platform) as platform,
        coalesce(l.shop_code, h.shop_code) as shop_code, coalesce(l.order_no, h.order_no) as order_no,
        coalesce(l.domain, h.domain) as domain, coalesce(l.channel, h.channel) as channel,
        coalesce(l.store_code, h.store_code) as store_code, coalesce(l.id_type, h.id_type) as id_type,
        coalesce(l.id_namespace, h.id_namespace) as id_namespace, coalesce(l.id_value, h.id_value) as id_value,
        coalesce(h.ordered_at, l.ordered_at) as ordered_at, coalesce(h.ordered_date, l.ordered_date) as ordered_date,
        coalesce(h.paid_at, l.paid_at) as paid_at, coalesce(h.finished_at, l.finished_at) as finished_at,
        if(h.order_key is null, l.state, h.state) as state, coalesce(l.kind, h.kind) as kind,
        l.note as line_note, h.note as head_note,
        concat_ws(' | ', l.title, h.title) as title, l.sku_code,
        if(l.quantity < 0 and l.line_fen > 0, -l.quantity, coalesce(l.quantity, h.quantity)) as quantity,
        if(l.quantity < 0 and l.line_fen > 0, abs(l.list_fen),
            greatest(if(l.order_key is null, h.list_fen, l.list_fen), 0L)) as list,
        if(l.order_key is null, h.line_fen, l.line_fen) as line_fen,
        greatest(if(l.order_key is null, h.platform_discount_fen, l.platform_discount_fen), 0L) as platform_discount_fen,
        coalesce(l.points_fen, h.points_fen, 0L) as points_fen,
        coalesce(h.payable_fen, l.payable_fen) as payable_fen,
        greatest(coalesce(h.postage_fen, l.postage_fen, 0L), 0L) as order_postage_fen,
        coalesce(l.is_gift, false) as is_gift, l.guide_no, l.private_guide_no, l.fulfil_store_code,
        coalesce(greatest(l.modified_at, h.modified_at), cast(coalesce(h.ordered_date, l.ordered_date) as timestamp))
            as modified_at,
        coalesce(l.source_rank, h.source_rank) as source_rank
    from (select * from said where line_key <> '') as l
    full join (select * from said where line_key = '') as h on l.order_key = h.order_key and l.source = h.source
),
chosen as (
    select
        *,
        if(line_fen < 0, 0L, line_fen) as said_fen,
        if(is_gift, 0L, coalesce(if(line_fen < 0, 0L, line_fen), list)) as weight,
        (max(struct(modified_at, source_rank, source)) over (partition by order_key)).source as believed,
        max(paid_at) over (partition by order_key) as told_paid_at,
        max(kind) over (partition by order_key) as told_kind,
        concat_ws('\n', array_sort(array_distinct(flatten(
            collect_list(array_compact(array(line_note, head_note))) over (partition by order_key))))) as note
    from line
    where shop_code is not null
),
weighed as (
    select
        *,
        row_number() over (partition by order_key order by line_key) as line,
        greatest(coalesce(
            max(payable_fen) over (partition by order_key) - max(order_postage_fen) over (partition by order_key),
            sum(said_fen) over (partition by order_key), 0L), 0L) as goods_fen,
        sum(weight) over (partition by order_key) as weights,
        sum(weight) over (partition by order_key order by line_key) as upto
    from chosen
    where source = believed
),
shared as (
    select
        *,
        if(weights = 0, if(line = 1, goods_fen, 0L), goods_fen * upto div weights - goods_fen * (upto - weight) div weights)
            as order_fen
    from weighed
),
order_priced as (
    select
        order_key, cast(line as string) as line_no, platform, shop_code, order_no, domain, channel, store_code,
        id_type, id_namespace, id_value, ordered_at, ordered_date, coalesce(paid_at, told_paid_at) as paid_at, finished_at,
        state, coalesce(kind, told_kind) as kind, note, title, sku_code, quantity,
        greatest(list, coalesce(said_fen, order_fen)) as list_fen, coalesce(said_fen, order_fen) as line_fen,
        platform_discount_fen, points_fen, order_fen,
        if(line = 1, order_postage_fen, 0L) as postage_fen, is_gift, guide_no, private_guide_no, fulfil_store_code,
        modified_at, source_rank
    from shared
)
select * from order_priced
