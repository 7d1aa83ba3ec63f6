-- dim.survivorship: one row per attribute and source. A line: the attribute, what decides, its sources, the most trusted first.
with
rule as (
    select *
    from values
        ('name', 'whole source newest', 'crm wecom jd tmall douyin'),
        ('gender', 'source newest', 'crm wecom'),
        ('birthday', 'source newest', 'crm'),
        ('phone', 'whole source newest', 'crm jd tmall douyin wecom'),
        ('city', 'newest source', 'crm tmall jd douyin wecom'),
        ('level', 'newest', 'crm'),
        ('registered', 'oldest', 'crm'),
        ('guide', 'newest', 'crm'),
        ('store', 'source often newest', 'pos mall weimob crm'),
        ('domain', 'oldest source', 'pos mall weimob tmall jd douyin pdd erp')
        as rules(attribute, prefer, sources)
),
survivorship as (
    select attribute, source, cast(at + 1 as int) as place, prefer
    from rule
    lateral view posexplode(split(sources, ' ')) s as at, source
)
select * from survivorship
