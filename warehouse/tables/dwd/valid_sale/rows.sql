-- dwd.valid_sale: one row per line of an order. THE RULES OF VALID SALES (有效销售规则): the first that holds gives the reason; a
-- line for which none holds is a sale. Change, add or move a rule, with a case below cases/; a retailer's own folder replaces
-- this one whole. A rule may look at kind (the platform's own mark), note (the seller's notes of all sources), title, money,
-- and register (the shop's own list of brushed orders).
with
register as (
    select order_key, max(struct(registered_date, reason)).reason as register from dwd.brush_register group by order_key
),
valid_sale as (
    select
        o.*,
        case
            when kind = 'voided'                                        then 'voided'            -- 作废: taken back
            when kind = 'forfeited'                                     then 'forfeited'         -- 定金罚没: the rest was never paid
            when register is not null                                   then 'brushed'           -- 刷单登记: in the register
            when note rlike '(?m)^(G-|V-|B单)|刷单|补单'                then 'brushed'           -- 刷单备注: the seller's mark
            when kind = 'staff' or note rlike '内购|员工'               then 'staff'             -- 员工内购
            when kind = 'test' or note rlike '测试'                     then 'test'              -- 测试单
            when kind = 'price_difference' or title rlike '补差|差价'   then 'price_difference'  -- 补差
            when kind = 'reship' or note rlike '补发|换货'              then 'reship'            -- 补发, 换货: goods sent again
            when kind = 'sample' or note rlike '寄样|试用'              then 'sample'            -- 寄样, 试用: goods given away
            when kind = 'wholesale'                                     then 'wholesale'         -- 分销采购: bought to be sold again
            when kind = 'identity_check'                                then 'identity_check'    -- 一分钱实名
            when kind = 'gift_card'                                     then 'gift_card'         -- 礼品卡: money for a later sale
            when kind = 'collection'                                    then 'collection'        -- 收款: no goods
            when kind = 'gift' or is_gift or title like '%赠品%'        then 'gift'              -- 赠品
            when quantity < 0 and order_fen = 0                         then 'negative_quantity' -- 负数量: a return as a sale
            when kind = 'zero_price' or order_fen = 0                   then 'zero_price'        -- 零元单
        end as invalid_reason
    from dwd.order_priced as o
    left join register as r on r.order_key = o.order_key
)
select * from valid_sale
