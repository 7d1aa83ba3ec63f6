-- scores.attribution_error: one row per model, over orders paid since the first night. No model knows causes: an order that would
-- have come anyway is credited to whoever was met before it. So the part misplaced is large, and is told rather than bounded.
with
since as (
    select min(drop_date) as since from ods.file_manifest
),
line as (
    select distinct order_uid, platform, order_no from dwd.order_line
),
seen as (
    select distinct channel from dwd.touch where action <> 'reach'
),
due as (
    select if(s.channel is null, 'direct', s.channel) as channel, p.net_fen
    from dws.path as p
    cross join since
    join line as l on l.order_uid = p.journey_uid
    left join truth.order as o on o.platform = l.platform and o.order_no = l.order_no
    left join truth.touch as t on o.cause = concat('touch:', t.touch)
    left join seen as s on s.channel = t.channel
    where p.converted_date >= since
),
credited as (
    select model, if(domain = 'none', 'direct', channel) as channel, sum(credit_fen) as credit_fen
    from ads.attribution
    cross join since
    where conversion = 'order' and converted_date >= since
    group by all
),
compared as (
    select model, channel, sum(due_fen) as due_fen, sum(credit_fen) as credit_fen
    from (
        select model, channel, 0L as due_fen, credit_fen from credited
        union all
        select model, channel, net_fen, 0L from due cross join (select distinct model from credited) as m
    )
    group by model, channel
),
misplaced as (
    select
        model, sum(due_fen) as net_fen, sum(credit_fen) as credit_fen, sum(if(channel = 'direct', 0L, due_fen)) as caused_fen,
        sum(if(channel = 'direct', 0L, credit_fen)) as credited_fen,
        cast(sum(abs(due_fen - credit_fen)) / 2 as bigint) as misplaced_fen
    from compared
    group by model
),
attribution_error as (
    select
        *, round(misplaced_fen / net_fen, 4) as error,
        round(max(if(model = 'last', misplaced_fen, null)) over () / net_fen, 4) as last_touch_error
    from misplaced
)
select * from attribution_error
