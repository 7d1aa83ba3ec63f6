package io.siyu.pipelines.sample.catalogue;

import java.util.List;

/** The header lines of the csv files, as the systems write them. */
final class Headers {
    static final List<String> NONE = List.of();
    static final List<String> STORE = of("门店编码,门店名称,店铺性质,城市,大区,开业日期,闭店日期,门店电话,POS编码,ERP编码,有赞网点,微盟vid,天猫门店,企微部门");
    static final List<String> STAFF = of("员工编号,姓名,手机号,门店编码,岗位,入职日期,离职日期,企业微信账号,导购号,openid");
    static final List<String> PRODUCT =
            of("商品编码,款号,商品名称,一级品类,品类,三级品类,品牌,吊牌价,成本价,条码,天猫数字id,天猫skuid,京东sku,抖店商品id,是否赠品,银豹商品id");
    static final List<String> MEMBER =
            of("会员编号,会员卡号,手机号,姓名,性别,生日,会员等级,成长值,注册时间,注册渠道,注册门店,专属导购,unionid," + "小程序openid,天猫ouid,状态,更新时间");
    static final List<String> TMALL_ORDER = of("订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,"
            + "买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址,运送方式,联系电话,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,"
            + "订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,定金排名,修改后的sku,"
            + "修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易,打款商家金额,确认收货时间,退款金额,支付单号");
    static final List<String> TMALL_ITEM =
            of("子订单编号,主订单编号,商品标题,商品价格,购买数量,商品属性,套餐信息,订单状态,商家编码,买家应付货款,买家实付金额,退款状态,退款金额,订单创建时间," + "订单付款时间,商品ID,商家备注");
    static final List<String> DOUYIN = of("主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,商家编码,商品单价,订单应付金额,运费,优惠总金额,平台优惠,商家优惠,"
            + "达人优惠,商家改价,支付优惠,红包抵扣,支付方式,手续费,收件人,收件人手机号,省,市,区,街道,详细地址,是否修改过地址,买家留言,订单提交时间,旗帜颜色,商家备注,"
            + "订单完成时间,支付完成时间,APP渠道,流量来源,订单状态,承诺发货时间,订单类型,鲁班落地页ID,达人ID,达人昵称,所属门店ID,售后状态,取消原因,预约发货时间,"
            + "仓库ID,仓库名称,是否安心购,广告渠道,流量类型,流量体裁,流量渠道,发货主体,发货主体明细,发货时间,降价类优惠,平台实际承担优惠金额,商家实际承担优惠金额,"
            + "达人实际承担优惠金额,预计送达时间,是否平台仓自流转,车型");
    static final List<String> PDD = of("订单号,订单状态,商品,商品id,样式ID,商品规格,商家编码-规格维度,商家编码-商品维度,商品数量(件),商品总价(元),邮费(元),"
            + "店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),用户实付金额(元),商家实收金额(元),支付时间,订单成交时间,发货时间,确认收货时间,商家备注,"
            + "售后状态,快递单号,快递公司");
    /** The number of the retailer's account with Alipay; the files are named after it. */
    static final String ALIPAY = "20880012345678900156";

    static final List<String> WECHAT_BILL = of("交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
            + "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,"
            + "申请退款金额,费率备注");
    static final List<String> ALIPAY_BILL = of("支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,"
            + "订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,"
            + "卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注");
    static final List<String> ARTICLE = of(
            "ref_date,msgid,title,stat_date,target_user,int_page_read_user,int_page_read_count,share_user,share_count,"
                    + "add_to_fav_user,int_page_from_session_read_user,int_page_from_feed_read_user");
    static final List<String> NPS = of("序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您有多大可能向朋友推荐我们,2、您不满意的地方,3、您的手机号码是？");
    static final List<String> ALIMAMA = of("日期,场景ID,场景名字,计划ID,计划名字,花费,展现量,点击量,点击率,平均点击花费,总成交金额,总成交笔数,投入产出比");
    static final List<String> COUPON = of(
            "coupon_code,coupon_id,coupon_name,amount,min_point,member_id,get_type,create_time,end_time,use_status,use_time,"
                    + "order_sn,use_member_id,can_gift,acquire_store,updated_at");
    static final List<String> POINTS_MALL =
            of("trans_no,member_id,change_type,change_count,source_type,operate_note,create_time,order_sn");
    static final List<String> POINTS_CRM = of("trans_no,member_id,amount,total,channel_type,occur_store,trans_date");
    static final List<String> REFERRAL =
            of("referral_id,campaign_id,inviter_id_type,inviter_id,invitee_id_type,invitee_id,invite_time,bind_time,"
                    + "first_order_no,first_pay_time,reward_type,reward_amount,status");
    static final List<String> BRUSH = of("platform,shop,order_no,reason,staff,registered_on");
    static final List<String> DENYLIST = of("id_type,value,reason,valid_from");
    static final List<String> CHANNEL = of("code,channel,domain,campaign,valid_from,valid_to");
    static final List<String> GUIDE = of("member_id,staff_no,reason,valid_from,valid_to,protected_until");
    static final List<String> LIMIT = of("channel,scope,most,per,valid_from,valid_to");
    static final List<String> SCENE = of("scene,name,domain,channel,valid_from");
    static final List<String> ARM = of("活动,标识类型,标识,分组,分组时间");
    static final List<String> COST = of("月份,域,费用类别,金额,活动,备注");

    static final List<String> PERSON = of(
            "person,kind,process,rate_per_year,is_member,is_contact,uses_mini_program,is_excluded,household,home_store,"
                    + "gender,birthday,consent,turns_on,turns_to");
    static final List<String> IDENTIFIER = of("person,id_type,namespace,value,valid_from,valid_to,cause");
    static final List<String> ORDER = of(
            "order_uid,platform,shop,order_no,buyer,payer,recipient,created_at,paid_at,valid_sale,reason,list_fen,"
                    + "discount_fen,pay_fen,postage_fen,platform_borne_fen,gmv_order_fen,gmv_paid_fen,refund_fen,gmv_net_fen,cause");
    static final List<String> LINE = of(
            "order_uid,line_no,sku_code,quantity,list_fen,discount_fen,platform_borne_fen,pay_fen,is_gift,refund_fen,"
                    + "top_category,category");
    static final List<String> REFUND = of("order_uid,refund_id,line_no,refund_fen,applied_at,success_at");
    static final List<String> BILL = of(
            "provider,merchant_no,transaction_no,order_no,order_uid,kind,refund_no,traded_at,amount_fen,fee_fen,drop_date");
    static final List<String> TOUCH = of("touch,person,channel,campaign,kind,touch_at,causal_effect,order_uid");
    static final List<String> LIFT =
            of("campaign,kind,sent_on,treated,held_out,planted_points,true_incremental_orders,true_incremental_gmv_fen,"
                    + "true_lost_orders,treated_buyers_7d,held_out_buyers_7d");
    static final List<String> RELATION =
            of("kind,person,staff_or_group,external_id,begins_at,ends_at,began_by,ended_by");
    static final List<String> DEFECT = of("file,row,feed,class,expected_action,detail");

    private Headers() {}

    private static List<String> of(String line) {
        return List.of(line.split(","));
    }
}
