-- scores.defect_kept: one row per class and feed of rows that are no orders and must arrive: odd ones, late ones, doubles.
-- A double is one row after it: keys of typed tables are unique by contract, so arriving is all there is to judge.
with
noted as (
    select class, expected_action, feed, file, cast(row as bigint) as row_no
    from scores.noted_fault
    where class in ('contact_transferred', 'contact_inherited', 'contact_readded', 'staff_deleted_contact',
        'customer_deleted_staff', 'staff_in_group', 'robot_in_group', 'member_not_contact', 'click_without_send',
        'coupon_given_on', 'anonymous_answer', 'oa_refollowed')
        or (class in ('late_row', 'very_late_row', 'exact_duplicate') and feed in ('event', 'send', 'message',
            'contact_event', 'consent', 'oa_user', 'ticket', 'mall_refund', 'tmall_refund', 'douyin_aftersale',
            'pdd_aftersale', 'weimob_rights', 'weimob_member'))
),
read as (
    select distinct file from ods.file_manifest where status in ('landed', 'changed', 'again', 'duplicate')
),
defect_kept as (
    select
        n.class, n.expected_action, n.feed, count(*) as planted,
        count_if(r.file is not null and q.file is null) as kept, count_if(r.file is null or q.file is not null) as missed
    from noted as n
    left join read as r on r.file = n.file
    left join ods.quarantine as q on q.file = n.file and q.row_no = n.row_no
    group by n.class, n.expected_action, n.feed
)
select * from defect_kept
