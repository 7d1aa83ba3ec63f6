-- dws.path_credit: one row per conversion, kind, model and touch that has a part. Each conversion is shared to the fen: whole fen
-- first, those left one each to the largest remainders, the earlier in name order and on the path among equals.
with
journey as (
    select
        journey_uid, month, converted_date, coalesce(sale_domain, 'none') as sale_domain,
        coalesce(store_code, 'none') as store_code, path, campaigns, p.oneid,
        explode(case conversion when 'membership' then array('membership') when 'unknown_order' then array('order')
            else array('order', conversion) end) as conversion,
        net_fen
    from dws.path as p
    where conversion <> 'none'
),
worth as (
    select j.*, if(j.conversion = 'first_order', coalesce(v.ltv_365_fen, 0L), 0L) as worth_fen
    from journey as j
    left join dws.customer_value as v on v.oneid = j.oneid
),
due as (
    select
        w.*, model, position, step, parts,
        abs(net_fen) * parts div 1000000000 as whole_fen, abs(net_fen) * parts % 1000000000 as rest,
        worth_fen * parts div 1000000000 as whole_worth_fen, worth_fen * parts % 1000000000 as worth_rest
    from worth as w
    join dws.path_share as s on s.month = w.month and s.conversion = w.conversion and s.path = w.path
),
placed as (
    select
        *, abs(net_fen) - sum(whole_fen) over one as left_fen, worth_fen - sum(whole_worth_fen) over one as left_worth_fen,
        row_number() over (partition by journey_uid, conversion, model order by rest desc, step, position) as place,
        row_number() over (partition by journey_uid, conversion, model order by worth_rest desc, step, position) as worth_place
    from due
    window one as (partition by journey_uid, conversion, model)
),
path_credit as (
    select
        journey_uid, month, converted_date, sale_domain, store_code, conversion, model, position,
        split(step, ':')[0] as domain, split(step, ':')[1] as channel,
        coalesce(get(split(campaigns, ' > '), position - 1), '-') as campaign, parts,
        if(net_fen < 0, -1L, 1L) * (whole_fen + if(place <= left_fen, 1L, 0L)) as credit_fen,
        whole_worth_fen + if(worth_place <= left_worth_fen, 1L, 0L) as ltv_fen
    from placed
)
select * from path_credit
