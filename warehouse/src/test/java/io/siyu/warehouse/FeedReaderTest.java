package io.siyu.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.Feed.Expect;
import io.siyu.warehouse.Feed.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedReaderTest {
    private static final String CONTRACT = """
            name: ods.shop_order
            description: Orders.
            grain: [order_no, _row_hash]
            owner: data-platform
            columns:
              - {name: order_no, required: true, description: Number.}
              - {name: paid_fee, description: Yuan.}
              - {name: status, description: Status.}
            """;
    private static final String FEED = """
            files: shop/Export*.csv
            format: csv
            header:
              match: name
              aliases:
                order_no: [订单编号, 订单号]
              drop: [买家支付宝账号]
              optional: [status]
            """;

    @TempDir
    Path house;

    private Path folder;

    @BeforeEach
    void contract() throws IOException {
        folder = Files.createDirectories(house.resolve("tables/ods/shop_order"));
        Files.writeString(folder.resolve("table.yml"), CONTRACT);
    }

    @Test
    void what_is_not_said_has_a_default() throws IOException {
        Feed feed = read(FEED);
        assertThat(feed.files()).containsExactly("shop/Export*.csv");
        assertThat(feed.encodings()).containsExactly("utf-8");
        assertThat(feed.delimiter()).isEqualTo(',');
        assertThat(feed.nullTokens()).containsExactly("");
        assertThat(feed.expect()).isEqualTo(new Expect(false, null));
    }

    @Test
    void a_column_is_also_found_under_its_own_name() throws IOException {
        assertThat(read(FEED).aliases())
                .containsEntry("order_no", List.of("订单编号", "订单号", "order_no"))
                .containsEntry("paid_fee", List.of("paid_fee"));
    }

    @Test
    void everything_that_is_said_is_read() throws IOException {
        Feed feed = read(FEED + """
                encoding: [GB18030, utf-8]
                delimiter: ";"
                clean: [percent, excel_text_id]
                null_tokens: ["", "-"]
                reject:
                  - {when: order_no is in scientific notation, reason: rounded_id}
                skip:
                  - when: order_no is 小计
                resends: 30 days
                expect: daily by 02:00
                """);
        assertThat(feed.encodings()).containsExactly("gb18030", "utf-8");
        assertThat(feed.delimiter()).isEqualTo(';');
        assertThat(feed.clean()).containsExactly(Clean.EXCEL_TEXT_ID, Clean.PERCENT);
        assertThat(feed.nullTokens()).isEqualTo(Set.of("", "-"));
        assertThat(feed.reject().get(0).reason()).isEqualTo("rounded_id");
        assertThat(feed.skip().get(0).holds(column -> "小计")).isTrue();
        assertThat(feed.drop()).containsExactly("买家支付宝账号");
        assertThat(feed.optional()).containsExactly("status");
        assertThat(feed.resends()).isEqualTo("30 days");
        assertThat(feed.expect()).isEqualTo(new Expect(true, LocalTime.of(2, 0)));
    }

    @Test
    void a_json_feed_reads_a_column_from_its_path_or_its_own_name() throws IOException {
        Feed feed = read("files: [a.jsonl, b.jsonl]\nformat: jsonl\nfields: {order_no: order.tid}\n");
        assertThat(feed.format()).isEqualTo(Format.JSONL);
        assertThat(feed.fields()).containsEntry("order_no", "order.tid").containsEntry("status", "status");
    }

    @Test
    void a_sentence_cut_at_a_comma_is_told_to_take_quotes() {
        assertInvalid(
                FEED + "skip:\n  - {when: status is one of 合计, 总计}\n",
                "feed.yml:10: condition 'status is one of 合计' is cut at its comma;"
                        + " expected quotes around the whole sentence.");
        assertThatCode(() -> read(FEED + "skip:\n  - {when: 'status is one of 合计, 总计'}\n"))
                .doesNotThrowAnyException();
    }

    @Test
    void two_columns_may_not_read_one_path() {
        assertInvalid(
                "files: a.jsonl\nformat: jsonl\nfields: {order_no: status}\n",
                "feed.yml:3: path 'status' is read by 'order_no' and 'status'; expected each path once.");
    }

    @Test
    void an_unknown_key_is_refused_with_file_line_and_what_is_allowed() {
        assertInvalid(FEED + "quote: x\n", "feed.yml:9: unknown key 'quote'; expected one of files, format, encoding");
    }

    @Test
    void a_misspelt_alias_column_is_refused_with_the_nearest_name() {
        assertInvalid(
                FEED.replace("    order_no:", "    order_mo:"),
                "feed.yml:6: 'aliases' names no column 'order_mo'; did you mean 'order_no'?;"
                        + " expected columns of this table.");
    }

    @Test
    void a_condition_about_no_column_is_refused_with_the_nearest_name() {
        assertInvalid(
                FEED + "reject:\n  - {when: paid_fe is empty, reason: no_fee}\n",
                "feed.yml:10: condition 'paid_fe is empty' names no column 'paid_fe'; did you mean 'paid_fee'?");
    }

    @Test
    void a_landed_column_is_no_column_of_a_feed() {
        assertInvalid(FEED + "skip:\n  - when: _raw is empty\n", "names no column '_raw'");
    }

    @Test
    void a_sentence_outside_the_grammar_is_refused_with_the_whole_grammar() {
        assertInvalid(
                FEED + "reject:\n  - {when: paid_fee is not nice, reason: no_fee}\n",
                "feed.yml:10: condition 'paid_fee is not nice' is not understood; expected one of <column> is empty;"
                        + " <column> is in scientific notation; <column> is not a number; <column> is not a whole number;"
                        + " <column> is not a date; <column> is not a time; <column> is not a phone; <column> is negative;"
                        + " <column> is one of a, b; <column> is not one of a, b; <column> does not match /regex/;"
                        + " <column> is longer than 64; <column> is 'text'.");
    }

    @Test
    void a_literal_that_looks_like_a_misspelt_word_is_refused() {
        assertInvalid(
                FEED + "skip:\n  - when: status is emty\n",
                "feed.yml:10: condition 'status is emty' is not understood; did you mean 'empty'?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sheet: Sheet1                     | 'sheet' in a feed of format csv; expected no 'sheet'.
                    fields: {status: a.b}             | 'fields' in a feed of format csv; expected no 'fields'.
                    encoding: [utf-9]                 | encoding 'utf-9'; expected a character set like utf-8 or gb18030.
                    clean: [excel]                    | an item of 'clean' is 'excel'; expected one of trailing_tab, backtick
                    expect: daily at 2                | 'expect' is 'daily at 2'; expected 'daily by 02:00' or 'optional'.
                    expect: daily by 25:00            | 'expect' is 'daily by 25:00'; expected a time from 00:00 to 23:59.
                    delimiter: "::"                   | delimiter '::'; expected one character that is no quote.
                    reject: [{when: status is empty, reason: No Status}] | reason 'No Status'; expected lower-case snake_case.
                    reject: [{when: status is empty}] | key 'reason' is missing; expected 'reason'.
                    reject: [{when: 'status does not match /(/', reason: x}] | has a broken regular expression
                    """)
    void a_wrong_value_is_refused_with_its_line_and_what_is_allowed(String line, String message) {
        assertInvalid(FEED + line + "\n", "feed.yml:9: ");
        assertInvalid(FEED + line + "\n", message);
    }

    @Test
    void a_header_name_stands_for_one_column_only() {
        assertInvalid(
                FEED.replace("  drop:", "    status: [订单号]\n  drop:"),
                "feed.yml:7: header name '订单号' stands for 'order_no' and 'status'; expected each header name once.");
    }

    @Test
    void a_dropped_name_may_not_be_one_a_column_is_read_from() {
        assertInvalid(FEED.replace("买家支付宝账号", "订单号"), "'drop' names '订单号', which column 'order_no' is read from");
    }

    @Test
    void a_file_pattern_stays_below_the_drop_folder() {
        assertInvalid(FEED.replace("shop/Export", "../Export"), "feed.yml:1: file pattern '../Export*.csv'");
    }

    @Test
    void a_table_file_needs_a_header_matched_by_name() {
        assertInvalid("files: a.csv\nformat: csv\n", "key 'header' is missing; expected 'header: {match: name}'.");
        assertInvalid(FEED.replace("match: name", "match: position"), "'match' is 'position'; expected one of name.");
    }

    private Feed read(String text) throws IOException {
        Files.writeString(folder.resolve("feed.yml"), text);
        return FeedReader.read(TableReader.read(folder));
    }

    private void assertInvalid(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SiyuException.InvalidDefinition.class)
                .hasMessageStartingWith("Invalid feed ")
                .hasMessageContaining(message);
    }
}
