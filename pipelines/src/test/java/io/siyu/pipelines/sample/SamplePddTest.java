package io.siyu.pipelines.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pinduoduo's export, which knows little of an order, is true in what it knows. */
class SamplePddTest {
    @Test
    void the_newest_row_of_an_order_says_what_is_true_and_its_number_the_day() {
        Map<String, Map<String, String>> newest = new HashMap<>();
        for (String file : SmallWorld.files(".*/pdd/order.*")) {
            SmallWorld.byColumn(SmallWorld.table(file), 0)
                    .forEach(row -> newest.put(row.get("订单号").trim(), row));
        }
        List<Map<String, String>> orders = SmallWorld.truth("order").stream()
                .filter(o -> o.get("platform").equals("pdd"))
                .toList();
        assertThat(orders).hasSizeGreaterThan(100).allSatisfy(o -> {
            Map<String, String> row = newest.get(o.get("order_no"));
            assertThat(yuan(row, "用户实付金额(元)") - yuan(row, "邮费(元)")).isEqualTo(fen(o, "pay_fen"));
            assertThat(yuan(row, "商品总价(元)") - yuan(row, "店铺优惠折扣(元)") - yuan(row, "平台优惠折扣(元)"))
                    .isEqualTo(fen(o, "pay_fen"));
            assertThat(row.get("支付时间")).isEqualTo(o.get("paid_at"));
            assertThat("20" + o.get("order_no").substring(0, 6))
                    .isEqualTo(o.get("created_at").substring(0, 10).replace("-", ""));
        });
        assertThat(orders).anyMatch(o -> fen(o, "platform_borne_fen") > 0).anyMatch(o -> fen(o, "refund_fen") > 0);
        assertThat(newest.values())
                .anyMatch(row -> row.get("商品总价(元)").contains(","))
                .anyMatch(row -> !row.get("支付时间").isEmpty() && row.get("订单成交时间").isEmpty());
    }

    private static long yuan(Map<String, String> row, String column) {
        return new BigDecimal(row.get(column).replace(",", ""))
                .movePointRight(2)
                .longValueExact();
    }

    private static long fen(Map<String, String> row, String column) {
        return Long.parseLong(row.get(column));
    }
}
