package io.siyu.pipelines.sample.catalogue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Every kind of file. {@code %d} in a path is the business date's digits, {@code %n} those of the night after, when exports
 * are made, {@code %p} those of the date before, of which providers have a bill by then. Paths without any are one file for
 * the whole world and stand below the truth folder.
 */
public enum Export {
    STORE("master/store_%d.csv", Headers.STORE, "GB18030", Pack.NEVER),
    STAFF("master/staff_%d.csv", Headers.STAFF, "GB18030", Pack.NEVER),
    PRODUCT("master/product_%d.csv", Headers.PRODUCT, "UTF-8", Pack.NEVER),
    MEMBER("master/member_%d.csv", Headers.MEMBER, "BOM", Pack.BIG),
    POS("pos/ticket_%d.jsonl", Pack.NEVER),
    TMALL_ORDER_1("tmall/ExportOrderList%n0100.csv", Headers.TMALL_ORDER, "GBK", Pack.BIG),
    TMALL_ORDER_2("tmall/ExportOrderList%n0110.csv", Headers.TMALL_ORDER, "GBK", Pack.BIG),
    TMALL_ORDER_3("tmall/ExportOrderList%n0120.csv", Headers.TMALL_ORDER, "GBK", Pack.BIG),
    TMALL_ITEM_1("tmall/ExportOrderDetailList%n0100.csv", Headers.TMALL_ITEM, "GBK", Pack.BIG),
    TMALL_ITEM_2("tmall/ExportOrderDetailList%n0110.csv", Headers.TMALL_ITEM, "GBK", Pack.BIG),
    TMALL_ITEM_3("tmall/ExportOrderDetailList%n0120.xlsx", Headers.TMALL_ITEM, "UTF-8", Pack.NEVER),
    TMALL_TRADE("tmall/trade_%d.jsonl", Pack.NEVER),
    TMALL_REFUND("tmall/refund_%d.jsonl", Pack.NEVER),
    JD("jd/order_%d.jsonl", Pack.NEVER),
    DOUYIN("douyin/order_%d.jsonl", Pack.NEVER),
    DOUYIN_AFTERSALE("douyin/aftersale_%d.jsonl", Pack.NEVER),
    DOUYIN_CSV("douyin/export_%d.csv", Headers.DOUYIN, "BOM", Pack.BIG),
    MALL("mall/order_%d.jsonl", Pack.NEVER),
    MALL_REFUND("mall/refund_%d.jsonl", Pack.NEVER),
    PDD("pdd/order_%d.csv", Headers.PDD, "BOM", Pack.NEVER),
    PDD_AFTERSALE("pdd/aftersale_%d.jsonl", Pack.NEVER),
    WEIMOB("weimob/order_%d.jsonl", Pack.NEVER),
    WEIMOB_RIGHTS("weimob/rights_%d.jsonl", Pack.NEVER),
    WEIMOB_MEMBER("weimob/member_%d.jsonl", Pack.NEVER),
    ERP("erp/order_%d.jsonl", Pack.NEVER),
    WECHAT_BILL("wx/bill_%p.csv", Headers.WECHAT_BILL, "BOM", Pack.NEVER),
    ALIPAY_BILL("alipay/" + Headers.ALIPAY + "_%p_DETAILS.csv", Headers.ALIPAY_BILL, "GBK", Pack.NEVER),
    EVENT("mp/event_%d.jsonl", Pack.ALWAYS),
    OA_USER("oa/user_%d.jsonl", Pack.NEVER),
    OA_ARTICLE("oa/article_%d.csv", Headers.ARTICLE, "UTF-8", Pack.NEVER),
    CONTACT("wecom/contact_%d.jsonl", Pack.BIG),
    CONTACT_EVENT("wecom/event_%d.jsonl", Pack.NEVER),
    GROUP("wecom/group_%d.jsonl", Pack.BIG),
    MESSAGE("wecom/msg_%d.jsonl", Pack.BIG),
    SEND("wecom/send_%d.jsonl", Pack.BIG),
    BEHAVIOR("wecom/behavior_%d.jsonl", Pack.NEVER),
    TICKET("cs/ticket_%d.jsonl", Pack.NEVER),
    NPS("cs/nps_%d.csv", Headers.NPS, "GBK", Pack.NEVER),
    OCEANENGINE("ads/oceanengine_%d.jsonl", Pack.NEVER),
    TENCENT("ads/tencent_%d.jsonl", Pack.NEVER),
    ALIMAMA("ads/alimama_%d.csv", Headers.ALIMAMA, "GBK", Pack.NEVER),
    COUPON("loyalty/coupon_%d.csv", Headers.COUPON, "UTF-8", Pack.NEVER),
    POINTS_MALL("loyalty/points_mall_%d.csv", Headers.POINTS_MALL, "UTF-8", Pack.NEVER),
    POINTS_CRM("loyalty/points_crm_%d.csv", Headers.POINTS_CRM, "UTF-8", Pack.NEVER),
    REFERRAL("loyalty/referral_%d.csv", Headers.REFERRAL, "UTF-8", Pack.NEVER),
    BRUSH("control/brush_register_%d.csv", Headers.BRUSH, "UTF-8", Pack.NEVER),
    DENYLIST("control/id_denylist_%d.csv", Headers.DENYLIST, "UTF-8", Pack.NEVER),
    CONSENT("control/consent_%d.jsonl", Pack.NEVER),
    CHANNEL_MAP("control/channel_map_%d.csv", Headers.CHANNEL, "UTF-8", Pack.NEVER),
    GUIDE_BINDING("control/guide_binding_%d.csv", Headers.GUIDE, "UTF-8", Pack.NEVER),
    TOUCH_LIMIT("control/touch_limit_%d.csv", Headers.LIMIT, "UTF-8", Pack.NEVER),
    SCENE_MAP("control/scene_map_%d.csv", Headers.SCENE, "UTF-8", Pack.NEVER),
    CAMPAIGN_ARM("control/campaign_arm_%d.csv", Headers.ARM, "UTF-8", Pack.NEVER),
    COST_LEDGER("control/cost_ledger_%d.csv", Headers.COST, "UTF-8", Pack.NEVER),

    TRUTH_PERSON("truth_person.csv", Headers.PERSON, "UTF-8", Pack.NEVER),
    TRUTH_IDENTIFIER("truth_identifier.csv", Headers.IDENTIFIER, "UTF-8", Pack.NEVER),
    TRUTH_ORDER("truth_order.csv", Headers.ORDER, "UTF-8", Pack.NEVER),
    TRUTH_ORDER_LINE("truth_order_line.csv", Headers.LINE, "UTF-8", Pack.NEVER),
    TRUTH_REFUND("truth_refund.csv", Headers.REFUND, "UTF-8", Pack.NEVER),
    TRUTH_BILL("truth_bill.csv", Headers.BILL, "UTF-8", Pack.NEVER),
    TRUTH_TOUCH("truth_touch.csv", Headers.TOUCH, "UTF-8", Pack.NEVER),
    TRUTH_LIFT("truth_lift.csv", Headers.LIFT, "UTF-8", Pack.NEVER),
    TRUTH_RELATION("truth_relation.csv", Headers.RELATION, "UTF-8", Pack.NEVER),
    TRUTH_DEFECT("truth_defect.csv", Headers.DEFECT, "UTF-8", Pack.NEVER);

    /** The number of the retailer's account with Alipay. */
    public static final String ALIPAY_ACCOUNT = Headers.ALIPAY;

    /** When a file is gzip: {@code BIG} in packed worlds only. */
    enum Pack {
        NEVER,
        BIG,
        ALWAYS
    }

    private final String path;
    private final List<String> header;
    private final String encoding;
    private final Pack pack;

    Export(String path, Pack pack) {
        this(path, Headers.NONE, "UTF-8", pack);
    }

    Export(String path, List<String> header, String encoding, Pack pack) {
        this.path = path;
        this.header = header;
        this.encoding = encoding;
        this.pack = pack;
    }

    /** The path below the drop folder, or below the truth folder; all arguments are digits such as 20261120. */
    public String path(String before, String day, String night) {
        return path.replace("%p", before).replace("%d", day).replace("%n", night);
    }

    /** The path of a file that has no date of its own. */
    public String path() {
        return path;
    }

    /** The columns in their usual order; empty for JSON lines. */
    public List<String> header() {
        return header;
    }

    public boolean isCsv() {
        return !header.isEmpty();
    }

    /** Whether rows, written as csv while the world grows, become a workbook in the end. */
    public boolean isWorkbook() {
        return path.endsWith(".xlsx");
    }

    public boolean isTruth() {
        return !path.contains("%");
    }

    /** Whether the file begins with a UTF-8 byte order mark, unless a night has other plans. */
    public boolean hasMark() {
        return encoding.equals("BOM");
    }

    /** The character set, unless a night has other plans. */
    public Charset charset() {
        return hasMark() ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }

    public boolean isGzip(boolean packedWorld) {
        return pack == Pack.ALWAYS || (pack == Pack.BIG && packedWorld);
    }
}
