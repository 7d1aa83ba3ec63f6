-- ads.attribution: one row per day, domain of sale, kind of conversion, model, and domain and channel credited. Every conversion
-- is shared to the fen: whole fen first, those left one each to the largest remainders, the earlier in name order among equals.
with
journey as (
    select
        journey_uid, month, converted_date, coalesce(sale_domain, 'none') as sale_domain, path, net_fen,
        explode(case conversion when 'membership' then array('membership') when 'unknown_order' then array('order')
            else array('order', conversion) end) as conversion
    from dws.path
    where conversion <> 'none'
),
due as (
    select
        j.*, model, step, parts,
        abs(net_fen) * parts div 1000000000 as whole_fen, abs(net_fen) * parts % 1000000000 as rest
    from journey as j
    join dws.path_share as s on s.month = j.month and s.conversion = j.conversion and s.path = j.path
),
placed as (
    select
        *, abs(net_fen) - sum(whole_fen) over (partition by journey_uid, conversion, model) as left_fen,
        row_number() over (partition by journey_uid, conversion, model order by rest desc, step) as place
    from due
),
credited as (
    select
        converted_date, sale_domain, conversion, model, split(step, ':')[0] as domain, split(step, ':')[1] as channel,
        sum(if(net_fen < 0, -1L, 1L) * (whole_fen + if(place <= left_fen, 1L, 0L))) as credit_fen, sum(parts) as parts
    from placed
    group by all
),
net as (
    select business_date, domain, 'order' as conversion, sum(pay_fen - later_refund_fen) as net_fen
    from ads.sales_day
    group by business_date, domain
),
attribution as (
    select
        converted_date, sale_domain, c.conversion, model, c.domain, channel, credit_fen,
        parts / 1000000000 as conversions,
        sum(credit_fen) over (partition by converted_date, sale_domain, c.conversion, model) as total_fen, net_fen
    from credited as c
    left join net as n
        on n.business_date = c.converted_date and n.domain = c.sale_domain and n.conversion = c.conversion
)
select * from attribution
