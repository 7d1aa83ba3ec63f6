-- dws.domain_cost: one row per side, month and domain with a paid line.
with
side_line as (
    select
        side, month, if(side = 'purchase', l.domain, coalesce(c.first_domain, 'unknown')) as domain, l.pay_fen,
        goods_fen
    from dws.costed_line as l
    left join dws.customer_lifetime as c on c.oneid = l.oneid
    lateral view explode(array('purchase', 'origin')) s as side
),
domain_cost as (
    select side, month, domain, sum(goods_fen) as goods_fen, sum(if(goods_fen is null, 0L, pay_fen)) as costed_fen
    from side_line
    group by side, month, domain
)
select * from domain_cost
