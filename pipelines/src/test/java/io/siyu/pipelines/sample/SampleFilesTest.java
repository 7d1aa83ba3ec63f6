package io.siyu.pipelines.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files look as their systems write them. */
class SampleFilesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "master/store",
                "master/staff",
                "master/product",
                "master/member",
                "pos/ticket",
                "tmall/ExportOrderList",
                "tmall/ExportOrderDetailList",
                "erp/order",
                "pdd/order",
                "pdd/aftersale",
                "weimob/order",
                "weimob/rights",
                "weimob/member",
                "wx/bill",
                "alipay/[0-9]+_",
                "tmall/trade",
                "tmall/refund",
                "jd/order",
                "douyin/order",
                "douyin/aftersale",
                "douyin/export",
                "mall/order",
                "mall/refund",
                "mp/event",
                "oa/user",
                "oa/article",
                "wecom/contact",
                "wecom/event",
                "wecom/group",
                "wecom/msg",
                "wecom/send",
                "wecom/behavior",
                "cs/ticket",
                "cs/nps",
                "ads/oceanengine",
                "ads/tencent",
                "ads/alimama",
                "loyalty/coupon",
                "loyalty/points_mall",
                "loyalty/points_crm",
                "loyalty/referral",
                "control/brush_register",
                "control/id_denylist",
                "control/consent",
                "control/channel_map",
                "control/guide_binding",
                "control/touch_limit",
                "control/scene_map",
                "control/campaign_arm",
                "control/cost_ledger"
            })
    void every_feed_has_rows(String feed) {
        assertThat(SmallWorld.files("20.*/" + feed + ".*").stream()
                        .mapToLong(f -> SmallWorld.rows(f).size())
                        .sum())
                .isPositive();
    }

    @Test
    void tmall_exports_have_the_console_s_header() {
        assertThat(SmallWorld.text("2026-10-22/tmall/ExportOrderList202610230100.csv"))
                .startsWith("订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,"
                        + "订单状态,买家留言,收货人姓名,收货地址,运送方式,联系电话,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,"
                        + "订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,"
                        + "定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易,打款商家金额,确认收货时间,退款金额,支付单号\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-22/tmall/ExportOrderList202610230110.csv, GBK, false",
        "2026-11-18/tmall/ExportOrderList202611190110.csv, UTF-8, true",
        "2026-11-18/tmall/ExportOrderList202611190100.csv, GBK, false",
        "2026-10-22/master/store_20261022.csv, GB18030, false",
        "2026-11-18/master/member_20261118.csv, UTF-8, true",
        "2026-11-18/ads/alimama_20261118.csv, GBK, false",
        "2026-11-18/douyin/export_20261118.csv, UTF-8, true",
        "2026-10-22/pdd/order_20261022.csv, UTF-8, true",
        "2026-11-18/pdd/order_20261118.csv, GBK, false"
    })
    void files_decode_strictly_in_the_encoding_they_should_have(String path, String charset, boolean mark)
            throws CharacterCodingException {
        byte[] bytes = SmallWorld.bytes(path);
        String text = Charset.forName(charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        assertThat(text.startsWith("\uFEFF")).isEqualTo(mark);
        assertThat(text).doesNotContain("\uFFFD").contains(path.contains("ads") ? "万相台" : "编");
    }

    @Test
    void a_spreadsheet_has_saved_the_third_shop_s_times() {
        List<Map<String, String>> rows = SmallWorld.byColumn(
                SmallWorld.records(SmallWorld.text("2026-11-18/tmall/ExportOrderList202611190120.csv")), 0);
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.get("订单创建时间")).matches("2026/1?[0-9]/[1-3]?[0-9] [12]?[0-9]:[0-9]{2}"));
    }

    @Test
    void columns_move_are_renamed_and_added_in_the_window() {
        assertThat(header("2026-11-05/tmall/ExportOrderList202611060100.csv").get(1))
                .isEqualTo("店铺名称");
        assertThat(header("2026-11-18/tmall/ExportOrderList202611190100.csv")).contains("买家实付金额");
        assertThat(header("2026-11-18/master/member_20261118.csv")).endsWith("企微标签");
        assertThat(header("2026-10-31/tmall/ExportOrderList202611010120.csv")).doesNotContain("买家实际支付金额");
    }

    @Test
    void two_reports_have_a_title_and_a_total_and_one_total_is_wrong() {
        assertThat(SmallWorld.text("2026-10-22/master/staff_20261022.csv")).startsWith("员工花名册\r\n员工编号");
        List<String> wrong = SmallWorld.files(".*/ads/alimama.*").stream()
                .filter(f -> {
                    List<Map<String, String>> rows = SmallWorld.byColumn(SmallWorld.records(SmallWorld.text(f)), 1);
                    long sum = rows.subList(0, rows.size() - 1).stream()
                            .mapToLong(r -> fen(r.get("花费")))
                            .sum();
                    return fen(rows.get(rows.size() - 1).get("花费")) != sum;
                })
                .toList();
        assertThat(wrong)
                .isEqualTo(SmallWorld.truth("defect").stream()
                        .filter(d -> d.get("class").equals("total_mismatch"))
                        .map(d -> d.get("file"))
                        .toList());
    }

    @Test
    void files_are_missing_late_empty_and_double_where_the_truth_says_so() {
        Map<String, String> file = SmallWorld.truth("defect").stream()
                .filter(d -> d.get("row").equals("0"))
                .collect(Collectors.toMap(d -> d.get("class"), d -> d.get("file"), (a, b) -> a));
        assertThat(SmallWorld.OUT.resolve(file.get("missing_file"))).doesNotExist();
        assertThat(SmallWorld.OUT.resolve(file.get("snapshot_missing"))).doesNotExist();
        assertThat(SmallWorld.OUT.resolve(file.get("empty_file"))).exists();
        assertThat(SmallWorld.bytes("2026-10-25/jd/order_20261025.jsonl")).isEmpty();
        assertThat(file.get("late_file")).isEqualTo("2026-10-28/pos/ticket_20261027.jsonl");
        String twice = file.get("file_twice");
        assertThat(SmallWorld.bytes(twice)).isEqualTo(SmallWorld.bytes(twice.replace(".jsonl", "(1).jsonl")));
    }

    @Test
    void nothing_of_the_truth_lies_in_the_landing_folder() {
        assertThat(SmallWorld.files(".*truth.*")).isEmpty();
        assertThat(SmallWorld.files(".*"))
                .allMatch(f -> f.matches("2026-1[01]-[0-9]{2}/[a-z]+/[A-Za-z_0-9()]+\\.(csv|xlsx|jsonl)(\\.gz)?"));
    }

    private static List<String> header(String path) {
        return Arrays.asList(SmallWorld.records(SmallWorld.text(path)).get(0));
    }

    private static long fen(String yuan) {
        return new java.math.BigDecimal(yuan.replace(",", "")).movePointRight(2).longValueExact();
    }
}
