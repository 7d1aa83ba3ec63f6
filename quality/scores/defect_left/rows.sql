-- scores.defect_left: one row per class that no score judges yet.
with
judge as (
    select *
    from values
        ('issue 4, OneID', 'who came by no member or key is nobody', array('pos_without_member', 'staff_or_test')),
        ('issue 4, OneID', 'erasure and audiences come with customers', array('deletion_request', 'consent_withdrawn')),
        ('score brushing', 'nothing in the sources tells them', array('brushing_hidden')),
        ('cases of dwd.ad_spend', 'the truth has no table of spend', array('spend_restated', 'conversions_restated')),
        ('none: no column flags it', 'a ? in a name may be the buyer''s own', array('unmappable_character')),
        ('the note of the night''s run', 'a file that never came is in no table', array('missing_file', 'snapshot_missing'))
        as t(judged_by, why, classes)
),
named as (
    select judged_by, why, explode(classes) as class from judge
),
defect_left as (
    select class, max(d.expected_action) as expected_action, count(*) as planted, judged_by, why
    from named
    join scores.noted_fault as d using (class)
    group by class, judged_by, why
)
select * from defect_left
