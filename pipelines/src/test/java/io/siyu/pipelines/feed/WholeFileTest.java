package io.siyu.pipelines.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeFileTest {
    private static final String TEXT = "订单编号,状态\n1,交易成功\n2,等待买家付款\n";

    @TempDir
    Path folder;

    private FeedFixture shop;

    @BeforeEach
    void house() {
        shop = new FeedFixture(folder, "order_no status", """
                files: "*.csv"
                format: csv
                encoding: [gb18030, utf-8]
                header: {match: name, aliases: {order_no: [订单编号], status: [状态]}}
                """);
    }

    @ParameterizedTest
    @CsvSource({"gb18030, gb18030", "utf-8, utf-8", "gbk, gb18030"})
    void the_encoding_is_found_and_recorded(String written, String recorded) {
        Parsed parsed = shop.parse("a.csv", FeedFixture.bytes(TEXT, written));
        assertThat(parsed.landed()).containsExactly("1|交易成功", "2|等待买家付款");
        assertThat(parsed.trailer().get("encoding").asText()).isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({"utf-8", "utf-16le", "utf-16be"})
    void a_byte_order_mark_decides_and_belongs_to_no_name(String encoding) {
        Parsed parsed = shop.parse("a.csv", FeedFixture.bytes("\uFEFF" + TEXT, encoding));
        assertThat(parsed.landed()).containsExactly("1|交易成功", "2|等待买家付款");
        assertThat(parsed.trailer().get("encoding").asText()).isEqualTo(encoding);
    }

    @Test
    void gzip_is_unpacked_whether_or_not_the_name_says_so() {
        byte[] bytes = FeedFixture.gzip(FeedFixture.bytes(TEXT, "gbk"));
        assertThat(shop.parse("a.csv.gz", bytes).landed()).hasSize(2);
        assertThat(shop.parse("b.csv", bytes).landed()).hasSize(2);
    }

    @Test
    void a_broken_gzip_fails_without_a_row() {
        byte[] bytes = FeedFixture.gzip(FeedFixture.bytes(TEXT, "gbk"));
        assertFailed(shop.parse("a.csv.gz", Arrays.copyOf(bytes, bytes.length - 9)), "unreadable_gzip");
    }

    @Test
    void bytes_that_fit_no_listed_encoding_fail_the_file_without_a_row() {
        byte[] bytes = FeedFixture.bytes(TEXT + "3,x\n", "utf-8");
        bytes[bytes.length - 2] = (byte) 0xFF;
        assertFailed(shop.parse("a.csv", bytes), "undecodable: utf-8, gb18030");
    }

    @Test
    void a_missing_column_fails_the_file_and_is_named_as_the_file_should_have_it() {
        assertFailed(shop.parse("a.csv", "订单编号,金额\n1,2\n"), "missing_columns: status (状态)");
    }

    @Test
    void a_file_that_changed_since_it_was_listed_fails() {
        shop.drop("a.csv", FeedFixture.bytes(TEXT, "utf-8"));
        DropFile listed = shop.files().get(0);
        shop.drop("a.csv", FeedFixture.bytes(TEXT + "3,x\n", "utf-8"));
        FileRows rows = new FileRows(shop.landing(), listed, FeedPlan.of(shop.table(), shop.feed()));
        assertThat(rows.next().getString(9)).isEqualTo("changed_while_read");
        assertThat(rows.hasNext()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"''", "'\uFEFF'", "'\n \n'"})
    void an_empty_file_is_no_failure(String text) {
        Parsed parsed = shop.parse("a.csv", text);
        assertThat(parsed.rows()).hasSize(1);
        assertThat(parsed.trailer().get("status").asText()).isEqualTo("ok");
        assertThat(parsed.trailer().get("reason").asText()).isEqualTo("empty_file");
    }

    @Test
    void a_header_alone_is_a_file_of_no_rows() {
        Parsed parsed = shop.parse("a.csv", "订单编号,状态\n");
        assertThat(parsed.trailer().toString())
                .isEqualTo("{\"encoding\":\"utf-8\",\"rows\":0,\"landed\":0,\"bad\":0,\"skipped\":0,"
                        + "\"erased\":0,\"blanked\":0,\"unknown_columns\":[],\"status\":\"ok\",\"reason\":null}");
    }

    @Test
    void a_line_without_end_is_one_bad_row() {
        Parsed parsed = shop.parse("a.csv", TEXT + "3," + "x".repeat(Lines.LONGEST) + "\n4,a\n");
        assertThat(parsed.bad()).containsExactly("3:record_too_long");
        assertThat(parsed.landed()).contains("4|a");
    }

    private static void assertFailed(Parsed parsed, String reason) {
        assertThat(parsed.rows()).hasSize(1);
        assertThat(parsed.trailer().get("status").asText()).isEqualTo("failed");
        assertThat(parsed.trailer().get("reason").asText()).isEqualTo(reason);
        assertThat(parsed.trailer().get("rows").asInt()).isZero();
    }
}
