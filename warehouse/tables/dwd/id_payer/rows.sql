-- dwd.id_payer: one row per payer and buyer for the first and one for the last payment. Who paid for somebody once may be
-- anybody: a hint. Who did on two days, and for nobody else, is the buyer. A bill names the order of a till or of the mall.
with
paid as (
    select
        b.id_namespace as app, b.id_value as payer, o.id_type, o.id_namespace, o.id_value, b.traded_at, b.bill_date,
        b.bill_uid
    from dwd.payment_bill b
    join dwd.payment p on p.merchant_order_no = b.order_no and p.platform in ('pos', 'mall')
    join dwd.order_line o on o.order_uid = p.order_uid
    where b.id_value is not null and b.kind = 'pay' and b.status = 'SUCCEEDED' and o.id_value is not null
),
pair as (
    select
        app, payer, id_type, id_namespace, id_value, min(traded_at) as first_at, max(traded_at) as last_at,
        count(distinct bill_date) as days, count(distinct bill_uid) as bills
    from paid
    group by all
),
alone as (
    select *, count(*) over (partition by app, payer) as buyers, sum(bills) over (partition by app, payer) as told from pair
),
id_payer as (
    select
        'payer' as source, concat_ws('|', app, payer) as record,
        concat_ws('|', one.name, id_type, id_namespace, id_value) as slot,
        'openid_pay' as left_type, app as left_namespace, payer as left_value,
        id_type as right_type, id_namespace as right_namespace, id_value as right_value,
        if(days > 1 and buyers = 1, 'M', 'W') as at_most, false as is_state, one.at as seen_at,
        cast(null as timestamp) as since_at, cast(trunc(first_at, 'MM') as date) as said_on, told as turn
    from alone
    lateral view explode(array(
        named_struct('name', 'first', 'at', first_at), named_struct('name', 'last', 'at', last_at))) e as one
)
select * from id_payer
