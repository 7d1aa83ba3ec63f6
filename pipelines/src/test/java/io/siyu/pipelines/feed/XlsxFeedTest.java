package io.siyu.pipelines.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFeedTest {
    private static final String FEED = """
            files: "*.xlsx"
            format: xlsx
            header: {match: name, aliases: {order_no: [单据号]}}
            reject:
              - {when: order_no is in scientific notation, reason: rounded_id}
            """;

    @TempDir
    Path folder;

    private FeedFixture shop;

    @BeforeEach
    void house() {
        shop = new FeedFixture(folder, "order_no fee sold_at", FEED);
    }

    @Test
    void a_sheet_is_read_below_its_title_and_above_its_total() {
        Parsed parsed = shop.parse(
                "a.xlsx",
                new Workbook()
                        .row("t:销售明细")
                        .row("t:单据号", "t:fee", "t:sold_at", "t:extra")
                        .row("t:4417003300112233445", "n:268.10000000000002", "d:46145.376388888886")
                        .row()
                        .row("t:0042", "n:100", "D:46145")
                        .row("t:合计", "n:368.1")
                        .bytes());
        assertThat(parsed.landed())
                .containsExactly("4417003300112233445|268.1|2026-05-03 09:02:00", "0042|100|2026-05-03 00:00:00");
        assertThat(parsed.trailer().get("skipped").asInt()).isEqualTo(1);
        assertThat(parsed.trailer().get("unknown_columns").get(0).asText()).isEqualTo("extra");
        assertThat(parsed.trailer().get("encoding").asText()).isEqualTo("xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.4170033001122335E+18", "4417003300112233000", "9007199254740993"})
    void a_number_too_long_for_a_spreadsheet_is_a_rounded_id(String number) {
        assertThat(one("n:" + number).bad()).containsExactly("1:rounded_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740992", "13800000021", "1"})
    void a_number_a_spreadsheet_can_hold_is_itself(String number) {
        assertThat(one("n:" + number).landed()).containsExactly(number + "|~|~");
    }

    @Test
    void a_small_number_loses_its_exponent_and_a_formula_keeps_its_text() {
        Parsed parsed = shop.parse(
                "a.xlsx",
                new Workbook()
                        .row("t:order_no", "t:fee", "t:sold_at")
                        .row("f:4417003300112233445", "n:1.2E-2", "t:2026/5/3 9:02")
                        .bytes());
        assertThat(parsed.landed()).containsExactly("4417003300112233445|0.012|2026/5/3 9:02");
    }

    @Test
    void the_raw_text_is_the_cells_as_json() {
        assertThat(one("t:a&quot;b").raw(FeedParser.ROW)).containsExactly("[\"a\\\"b\",\"\",\"\"]");
    }

    @Test
    void what_is_no_workbook_fails() {
        assertThat(reason("a.xlsx", FeedFixture.bytes("order_no,fee\n", "utf-8")))
                .isEqualTo("unreadable_xlsx");
        byte[] bytes = new Workbook().row("t:order_no", "t:fee", "t:sold_at").bytes();
        assertThat(reason("b.xlsx", Arrays.copyOf(bytes, bytes.length / 2))).isEqualTo("unreadable_xlsx");
    }

    @Test
    void a_sheet_that_breaks_off_fails_before_its_first_row() {
        byte[] bytes = new Workbook()
                .row("t:order_no", "t:fee", "t:sold_at")
                .row("t:1")
                .row("t:2</t></wrong>")
                .bytes();
        assertThat(reason("a.xlsx", bytes)).isEqualTo("unreadable_xlsx");
    }

    @Test
    void an_empty_workbook_is_an_empty_file() {
        assertThat(reason("a.xlsx", new byte[0])).isEqualTo("empty_file");
        assertThat(reason("b.xlsx", new Workbook().bytes())).isEqualTo("empty_file");
    }

    @Test
    void the_sheet_is_found_by_name_and_missed_by_name() {
        byte[] bytes = new Workbook()
                .row("t:order_no", "t:fee", "t:sold_at")
                .row("t:1")
                .bytes();
        shop = new FeedFixture(folder, "order_no fee sold_at", FEED + "sheet: 订单\n");
        assertThat(shop.parse("a.xlsx", bytes).landed()).containsExactly("1|~|~");
        shop = new FeedFixture(folder, "order_no fee sold_at", FEED + "sheet: 退款\n");
        assertThat(reason("a.xlsx", bytes)).isEqualTo("missing_sheet: 退款");
    }

    private Parsed one(String cell) {
        return shop.parse(
                "a.xlsx",
                new Workbook()
                        .row("t:order_no", "t:fee", "t:sold_at")
                        .row(cell, "", "t:")
                        .bytes());
    }

    private String reason(String name, byte[] bytes) {
        Parsed parsed = shop.parse(name, bytes);
        assertThat(parsed.rows()).hasSize(1);
        return parsed.trailer().get("reason").asText();
    }
}
