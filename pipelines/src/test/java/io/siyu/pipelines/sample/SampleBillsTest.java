package io.siyu.pipelines.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Bills of providers tell the money that orders took in their way, and the third Tmall shop's lines come as workbooks. */
class SampleBillsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_wechat_bill_of_the_day_before_has_backticks_and_ends_in_its_totals() {
        String text = SmallWorld.text("2026-11-18/wx/bill_20261117.csv");
        List<String> lines = List.of(text.split("\r\n"));
        List<String> rows = lines.subList(1, lines.size() - 2);
        assertThat(rows).isNotEmpty().allMatch(row -> row.startsWith("`2026-11-17 "));
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(27).allMatch(c -> c.startsWith("`")));
        assertThat(lines.get(lines.size() - 2)).startsWith("总交易单数,应结订单总金额,");
        List<BigDecimal> totals = new ArrayList<>();
        for (int column : new int[] {12, 16, 17, 22, 24, 25}) {
            totals.add(rows.stream()
                    .map(row -> new BigDecimal(row.split(",", -1)[column].substring(1)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo("`" + rows.size()
                        + totals.stream().map(t -> ",`" + t.toPlainString()).collect(Collectors.joining()));
    }

    @Test
    void an_alipay_bill_is_gbk_between_lines_of_comments_and_padded_with_tabs() throws CharacterCodingException {
        String path = "2026-11-18/alipay/20880012345678900156_20261117_DETAILS.csv";
        String text = Charset.forName("GBK")
                .newDecoder()
                .decode(ByteBuffer.wrap(SmallWorld.bytes(path)))
                .toString();
        assertThat(text)
                .startsWith(
                        "#支付宝业务明细查询\r\n#账号：[20880012345678900156]\r\n#起始日期：[2026年11月17日 00:00:00]   终止日期：[2026年11月18日")
                .endsWith("#导出时间：[2026年11月18日 09:00:00]\r\n");
        List<Map<String, String>> rows = SmallWorld.byColumn(SmallWorld.table(path), 0);
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("支付宝交易号")).matches("2026[0-9]{24}\t");
            assertThat(row.get("完成时间")).startsWith("2026-11-17 ");
            assertThat(row.get("订单金额（元）").startsWith("-"))
                    .isEqualTo(row.get("业务类型").equals("退款\t"));
        });
        assertThat(rows).anyMatch(row -> row.get("商户订单号").startsWith("T200P44"));
        assertThat(rows).anyMatch(row -> row.get("门店编号").startsWith("S0"));
    }

    @Test
    void what_tills_took_in_a_wallet_is_in_its_bill_to_the_fen() {
        Map<String, Long> taken = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (String file : SmallWorld.files(".*/pos/ticket.*")) {
            for (String row : SmallWorld.rows(file)) {
                JsonNode ticket = read(row);
                if (ticket != null && seen.add(ticket.path("sn").asText())) {
                    boolean back = ticket.path("ticketType").asText().equals("SELL_RETURN");
                    String no = ticket.path(back ? "originalSn" : "sn").asText();
                    for (JsonNode tender : ticket.path("payments")) {
                        String wallet = Map.of("payCode_11", "alipay", "payCode_13", "wechat")
                                .getOrDefault(tender.path("code").asText(), "");
                        if (!wallet.isEmpty()) {
                            taken.merge(
                                    key(
                                            wallet,
                                            no,
                                            back,
                                            ticket.path("datetime").asText()),
                                    fen(tender),
                                    Long::sum);
                        }
                    }
                }
            }
        }
        List<Map<String, String>> billed = SmallWorld.truth("bill").stream()
                .filter(b -> b.get("order_uid").startsWith("pos:"))
                .toList();
        long tied = billed.stream()
                .filter(b -> {
                    boolean back = b.get("kind").equals("refund");
                    Long fen = taken.get(key(b.get("provider"), b.get("order_no"), back, b.get("traded_at")));
                    return fen != null && Math.abs(fen) == Long.parseLong(b.get("amount_fen"));
                })
                .count();
        assertThat(billed).hasSizeGreaterThan(500);
        assertThat(billed).anyMatch(b -> b.get("kind").equals("refund"));
        assertThat((double) tied / billed.size())
                .as("all but rounded, broken and late tickets")
                .isGreaterThan(0.98);
    }

    @Test
    void fees_are_six_of_a_thousand_and_come_back_with_the_money() {
        assertThat(SmallWorld.truth("bill")).allSatisfy(b -> {
            long amount = Long.parseLong(b.get("amount_fen"));
            long fee = b.get("order_uid").startsWith("tmall:") ? 0 : Math.round(amount * 0.006);
            assertThat(Long.parseLong(b.get("fee_fen"))).isEqualTo(b.get("kind").equals("pay") ? fee : -fee);
        });
    }

    @Test
    void no_provider_gives_back_more_than_it_took() {
        Map<String, Long> left = new HashMap<>();
        Set<String> paid = new HashSet<>();
        for (Map<String, String> b : SmallWorld.truth("bill")) {
            boolean pay = b.get("kind").equals("pay");
            left.merge(b.get("transaction_no"), (pay ? 1 : -1) * Long.parseLong(b.get("amount_fen")), Long::sum);
            if (pay) {
                paid.add(b.get("transaction_no"));
            }
        }
        assertThat(paid).isNotEmpty().allSatisfy(no -> assertThat(left.get(no)).isNotNegative());
    }

    @Test
    void the_third_shop_s_lines_are_a_workbook_with_ids_as_texts_and_amounts_as_numbers() {
        List<Map<String, String>> rows =
                SmallWorld.byColumn(SmallWorld.table("2026-11-18/tmall/ExportOrderDetailList202611190120.xlsx"), 0);
        Map<String, Map<String, String>> lines = SmallWorld.truth("order_line").stream()
                .collect(Collectors.toMap(l -> l.get("order_uid") + ":" + l.get("sku_code"), l -> l, (a, b) -> a));
        assertThat(rows).hasSizeGreaterThan(20).allSatisfy(row -> {
            assertThat(row.get("子订单编号")).matches("44[0-9]{17}");
            Map<String, String> line = lines.get("tmall:思语童装旗舰店:" + row.get("主订单编号") + ":" + row.get("商家编码"));
            assertThat(new BigDecimal(row.get("买家应付货款")).movePointRight(2)).isEqualByComparingTo(line.get("list_fen"));
        });
    }

    private static String key(String provider, String no, boolean back, String at) {
        return provider + ":" + no + ":" + back + ":" + at;
    }

    private static long fen(JsonNode tender) {
        return new BigDecimal(tender.path("amount").asText()).movePointRight(2).longValueExact();
    }

    private static JsonNode read(String row) {
        try {
            return JSON.readTree(row);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
