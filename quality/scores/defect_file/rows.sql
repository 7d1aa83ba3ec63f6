-- scores.defect_file: one row per class and feed whose cases are whole files, or totals below their rows; of a file that is
-- refused whole, for its columns or its unit, nothing else is asked.
with
noted as (
    select class, expected_action, feed, file, detail
    from scores.noted_fault
    where file not in (select file from scores.noted_fault where class in ('column_missing', 'wrong_unit'))
        and class in ('gbk_file', 'encoding_switch', 'resaved_times', 'excel_text_id', 'leading_apostrophe', 'trailing_tab',
        'yuan_suffix', 'thousands_separator', 'sentinel_text', 'null_token', 'title_row', 'total_row', 'total_mismatch',
        'header_reordered', 'column_added', 'column_renamed', 'empty_file', 'late_file', 'file_twice', 'reexport_overlap',
        'points_signed', 'question_edited', 'snapshot_collapse')
),
story as (
    select
        file, max(status in ('landed', 'changed', 'again', 'duplicate')) as is_read, max(record_rows) as record_rows,
        max(reason) as reason, max(unknown_columns) as unknown_columns, max_by(sha256, landed_rows) as sha256
    from ods.file_manifest
    group by file
),
again as (
    select distinct sha256 from ods.file_manifest where status = 'duplicate'
),
stopped as (
    select q.file, count(*) as rows
    from ods.quarantine as q
    left anti join scores.noted_fault as d
        on d.file = q.file and cast(d.row as bigint) = q.row_no and d.class in
            ('rounded_id', 'invalid_json', 'duplicate_key', 'exact_duplicate')
    group by q.file
),
mentioned as (
    select _file as file, order_no from ods.tmall_order
    union select _file, order_no from ods.tmall_item
    union select _file, order_no from ods.dy_export
    union select _file, order_id from ods.dy_order
    union select _file, order_no from ods.jd_order
    union select _file, sn from ods.pos_ticket
    union select _file, order_sn from ods.mall_order
    union select _file, order_no from ods.pdd_export
    union select _file, order_no from ods.weimob_order
),
line as (
    select order_no, sum(order_fen) as order_fen, sum(pay_fen) as pay_fen from dwd.order_line group by order_no
),
wrong as (
    select m.file, count(*) as orders
    from mentioned as m
    join truth.order as o on o.order_no = m.order_no
    left join line as l on l.order_no = m.order_no
    where (l.order_fen is distinct from cast(o.gmv_order_fen as bigint)
            or l.pay_fen is distinct from cast(o.gmv_paid_fen as bigint))
        and not exists (select 1 from scores.broken_order as b where b.order_no = m.order_no)
    group by m.file
),
defect_file as (
    select
        n.class, n.expected_action, n.feed, count(*) as planted,
        count_if(expected_action = 'fix' and is_right) as fixed, count_if(expected_action = 'flag' and is_right) as flagged,
        sum(coalesce(wrong_orders, 0)) as wrong_orders, sum(coalesce(stopped_rows, 0)) as stopped_rows,
        count_if(not coalesce(is_right, false)) as missed, min(if(not coalesce(is_right, false), file, null)) as first_missed
    from (
        select
            n.*, w.orders as wrong_orders, p.rows as stopped_rows,
            case
                when n.class = 'column_added' then s.unknown_columns like concat('%', n.detail, '%')
                when n.class = 'total_mismatch' then s.reason is not null
                when n.class = 'empty_file' then s.is_read
                when n.class = 'snapshot_collapse' then s.reason like 'collapsed%'
                when n.class = 'file_twice' then a.sha256 is not null
                else s.is_read and w.orders is null and p.rows is null
            end as is_right
        from noted as n
        left join story as s on s.file = n.file
        left join again as a on a.sha256 = s.sha256
        left join stopped as p on p.file = n.file
        left join wrong as w on w.file = n.file
    ) as n
    group by n.class, n.expected_action, n.feed
)
select * from defect_file
