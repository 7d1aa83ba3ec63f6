package io.siyu.pipelines.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Money in the truth adds up, and is what the files say once their faults are left out. */
class SampleMoneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void lines_sum_to_their_orders_to_the_fen() {
        Map<String, long[]> lines = new HashMap<>();
        for (Map<String, String> line : SmallWorld.truth("order_line")) {
            long[] sums = lines.computeIfAbsent(line.get("order_uid"), u -> new long[5]);
            sums[0] += fen(line, "list_fen");
            sums[1] += fen(line, "discount_fen");
            sums[2] += fen(line, "platform_borne_fen");
            sums[3] += fen(line, "pay_fen");
            sums[4] += fen(line, "refund_fen");
            assertThat(fen(line, "list_fen"))
                    .isEqualTo(fen(line, "discount_fen") + fen(line, "platform_borne_fen") + fen(line, "pay_fen"));
        }
        List<Map<String, String>> orders = SmallWorld.truth("order");
        assertThat(lines).hasSize(orders.size());
        assertThat(orders)
                .allSatisfy(o -> assertThat(lines.get(o.get("order_uid")))
                        .containsExactly(
                                fen(o, "list_fen"),
                                fen(o, "discount_fen"),
                                fen(o, "platform_borne_fen"),
                                fen(o, "pay_fen"),
                                fen(o, "refund_fen")));
    }

    @Test
    void amounts_of_an_order_follow_from_each_other() {
        assertThat(SmallWorld.truth("order")).allSatisfy(o -> {
            boolean paid = !o.get("paid_at").isEmpty();
            assertThat(fen(o, "gmv_paid_fen")).isEqualTo(paid ? fen(o, "pay_fen") : 0);
            assertThat(fen(o, "gmv_net_fen")).isEqualTo(fen(o, "gmv_paid_fen") - fen(o, "refund_fen"));
            assertThat(o.get("valid_sale"))
                    .isEqualTo(Boolean.toString(o.get("reason").isEmpty()));
        });
    }

    @Test
    void pos_tickets_say_what_is_true() {
        compare(
                "pos",
                ".*/pos/.*",
                j -> j.path("ticketType").asText().equals("SELL"),
                "sn",
                "sn",
                j -> fen(j, "totalAmount"));
    }

    @Test
    void tmall_trades_say_what_is_true() {
        compare("tmall", ".*/tmall/trade.*", j -> true, "tid", "modified", j -> fen(j, "payment") - fen(j, "post_fee"));
    }

    @Test
    void jd_orders_say_what_is_true() {
        String wrong = SmallWorld.truth("defect").stream()
                .filter(d -> d.get("class").equals("wrong_unit"))
                .map(d -> d.get("file"))
                .findFirst()
                .orElseThrow();
        compare(
                "jd",
                "(?!" + wrong + ").*/jd/order.*",
                j -> j.path("parentOrderId").asText().equals("0"),
                "orderId",
                "modified",
                j -> fen(j, "orderSellerPrice"));
    }

    @Test
    void douyin_orders_say_what_is_true() {
        compare(
                "douyin",
                ".*/douyin/order.*",
                j -> true,
                "order_id",
                "update_time",
                j -> j.path("pay_amount").asLong() - j.path("post_amount").asLong());
    }

    @Test
    void mall_orders_say_what_is_true() {
        compare(
                "mall",
                ".*/mall/order.*",
                j -> true,
                "order_sn",
                "update_time",
                j -> fen(j, "pay_amount") - fen(j, "freight_amount"));
    }

    @Test
    void weimob_orders_say_what_is_true() {
        compare(
                "weimob",
                ".*/weimob/order.*",
                j -> true,
                "orderInfo/orderBaseInfo/orderNo",
                "orderInfo/orderBaseInfo/updateTime",
                j -> fen(j.at("/orderInfo/payInfo"), "payAmount") - fen(j.at("/orderInfo/payInfo"), "freightAmount"));
    }

    /** Sums the newest row of each order and compares; orders the files do not show are those of broken, rounded or late rows. */
    private static void compare(
            String platform,
            String files,
            Function<JsonNode, Boolean> counts,
            String key,
            String version,
            ToLongFunction<JsonNode> goods) {
        Map<String, JsonNode> newest = new HashMap<>();
        for (String file : SmallWorld.files(files)) {
            for (String row : SmallWorld.rows(file)) {
                JsonNode json = read(row);
                if (json != null
                        && counts.apply(json)
                        && !json.at("/" + key).asText().contains("E+")) {
                    newest.merge(
                            json.at("/" + key).asText(),
                            json,
                            (a, b) -> a.at("/" + version)
                                                    .asText()
                                                    .compareTo(
                                                            b.at("/" + version).asText())
                                            > 0
                                    ? a
                                    : b);
                }
            }
        }
        Set<String> excused = SmallWorld.truth("defect").stream()
                .filter(d -> Set.of("invalid_json", "rounded_id").contains(d.get("class")))
                .map(d -> d.get("detail"))
                .collect(Collectors.toSet());
        long truth = 0;
        long found = 0;
        int missing = 0;
        int orders = 0;
        for (Map<String, String> o : SmallWorld.truth("order")) {
            if (o.get("platform").equals(platform)) {
                orders++;
                JsonNode json = newest.get(o.get("order_no"));
                if (json == null) {
                    missing += excused.contains(o.get("order_no")) ? 0 : 1;
                } else {
                    truth += fen(o, "pay_fen");
                    found += goods.applyAsLong(json);
                }
            }
        }
        assertThat(found).isEqualTo(truth).isPositive();
        assertThat(orders).isGreaterThan(100);
        assertThat(missing).as("orders that only late, lost or cut rows told").isLessThan(orders / 100);
    }

    private static JsonNode read(String row) {
        try {
            return JSON.readTree(row);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static long fen(JsonNode json, String field) {
        return new BigDecimal(json.path(field).asText()).movePointRight(2).longValueExact();
    }

    private static long fen(Map<String, String> row, String column) {
        return Long.parseLong(row.get(column));
    }
}
