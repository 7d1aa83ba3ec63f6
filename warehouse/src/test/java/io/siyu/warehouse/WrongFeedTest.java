package io.siyu.warehouse;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongFeedTest extends FeedText {
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
                    reject: [{when: status is empty}] | key 'reason' is missing; expected 'reason: ...'.
                    snapshot: {key: order_mo} | 'key' is 'order_mo'; expected one of order_no, paid_fee, status.
                    snapshot: {key: status} | key column 'status' may be empty; expected a column the contract requires.
                    snapshot: {key: order_no, guard: {share: 0}} | a guard of 0; expected 1 to 100.
                    snapshot: {key: order_no, guard: {by: status}} | 'by' is 'status'; expected one of order_no.
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

    @Test
    void a_total_of_no_column_is_refused_with_the_nearest_name() {
        assertInvalid(
                FEED + "totals: [paid_fe]\n",
                "feed.yml:9: 'totals' names no column 'paid_fe'; did you mean 'paid_fee'?; expected columns of this table.");
    }

    @Test
    void a_broken_pattern_of_header_names_is_refused() {
        assertInvalid(
                FEED.replace("[订单编号, 订单号]", "['/订单(/']"),
                "feed.yml:6: header name '/订单(/' is a broken regular expression (Unclosed group)");
    }
}
