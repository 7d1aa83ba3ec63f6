package io.siyu.pipelines.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFeedTest {
    private static final String FEED = """
            files: tmall/Export*.csv
            format: csv
            encoding: [gb18030, utf-8]
            header:
              match: name
              aliases:
                order_no: [订单编号]
                paid_fee: [买家实际支付金额, 买家实付金额]
                note: [订单备注]
                phone: [联系手机]
              drop: [买家支付宝账号]
              optional: [phone]
            clean: [excel_text_id, leading_apostrophe, trailing_tab, yuan_suffix, thousands_separator]
            null_tokens: ["", "-", 无退款申请]
            reject:
              - {when: order_no is in scientific notation, reason: rounded_id}
            skip:
              - {when: order_no is 小计}
            """;
    private static final String HEADER = "订单编号,买家实际支付金额,订单备注\n";

    @TempDir
    Path folder;

    private FeedFixture shop;

    @BeforeEach
    void house() {
        shop = new FeedFixture(folder, "order_no paid_fee note phone", FEED);
    }

    @Test
    void cells_are_cleaned_and_null_tokens_are_null() {
        Parsed parsed = parse(HEADER + "=\"4417003300112233445\",\"1,299.00元\",-\n'6933\t, 268.00 ,　好　\n");
        assertThat(parsed.landed()).containsExactly("4417003300112233445|1299.00|~|~", "6933|268.00|好|~");
    }

    @Test
    void an_excel_text_id_is_read_with_and_without_outer_quotes() {
        Parsed parsed = parse(HEADER + "\"=\"\"441700330011223344\"\"\",1,a\n=\"441700330011223345\",\"t***8\",b\n");
        assertThat(parsed.landed()).containsExactly("441700330011223344|1|a|~", "441700330011223345|t***8|b|~");
    }

    @Test
    void quoted_commas_quotes_and_line_ends_belong_to_the_cell() {
        Parsed parsed = parse(HEADER + "1,2,\"a,\"\"b\"\"\r\nc\n\nd\"\r\n2,3,e\r\n");
        assertThat(parsed.landed()).containsExactly("1|2|a,\"b\"\r\nc\n\nd|~", "2|3|e|~");
    }

    @Test
    void the_raw_text_is_the_records_exact_text() {
        Parsed parsed = parse(HEADER + " 1 ,2,\"a\r\nb\"\r\n4.4E+18,5,\"x\"\n");
        assertThat(parsed.raw(FeedParser.ROW)).containsExactly(" 1 ,2,\"a\r\nb\"");
        assertThat(parsed.raw(FeedParser.BAD)).containsExactly("4.4E+18,5,\"x\"");
    }

    @Test
    void columns_are_found_by_name_in_any_order_and_under_any_alias() {
        Parsed parsed = parse("联系手机,新列,买家实付金额,买家支付宝账号,订单编号,订单备注\n138,x,5,me@x,1,hi\n");
        assertThat(parsed.landed()).containsExactly("1|5|hi|138");
        assertThat(parsed.trailer().get("unknown_columns"))
                .extracting(JsonNode::asText)
                .containsExactly("新列");
    }

    @Test
    void title_rows_are_no_records_and_total_rows_are_skipped() {
        Parsed parsed = parse("2026年10月账单,,\n导出时间：今天\n" + HEADER + "1,2,a\n小计,9,b\n合计：,2,\n,总计,9\n,,\n");
        assertThat(parsed.landed()).containsExactly("1|2|a|~");
        assertThat(parsed.rowNo(parsed.of(FeedParser.ROW).get(0))).isEqualTo(1);
        assertThat(parsed.trailer().get("skipped").asInt()).isEqualTo(4);
        assertThat(parsed.trailer().get("rows").asInt()).isEqualTo(5);
    }

    @Test
    void short_and_long_rows_are_bad_and_empty_cells_at_the_end_are_not() {
        Parsed parsed = parse(HEADER + "1,2\n1,2,3,4\n1,2,3,,\n1,2,\n");
        assertThat(parsed.bad()).containsExactly("1:wrong_number_of_cells", "2:wrong_number_of_cells");
        assertThat(parsed.landed()).containsExactly("1|2|3|~", "1|2|~|~");
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_line_only() {
        Parsed parsed = parse(HEADER + "1,2,\"open\n2,2,\"fine\"\n3,2,\"lines\nof\"\n4,\"open\n5,2,plain\n");
        assertThat(parsed.bad()).containsExactly("1:truncated_row", "4:truncated_row");
        assertThat(parsed.landed()).containsExactly("2|2|fine|~", "3|2|lines\nof|~", "5|2|plain|~");
    }

    @Test
    void a_last_line_that_breaks_off_is_truncated() {
        assertThat(parse(HEADER + "1,2,3\n4,5").bad()).containsExactly("2:truncated_row");
        assertThat(parse(HEADER + "1,2,3\n4,5,\"6").bad()).containsExactly("2:truncated_row");
        assertThat(parse(HEADER + "1,2,3\n4,5,6").bad()).isEmpty();
    }

    @Test
    void a_file_that_breaks_off_within_a_character_loses_its_last_row_only() {
        byte[] whole = FeedFixture.bytes(HEADER + "1,2,羊绒\n2,3,羊绒", "utf-8");
        Parsed parsed = shop.parse("tmall/Export.csv", Arrays.copyOf(whole, whole.length - 1));
        assertThat(parsed.landed()).containsExactly("1|2|羊绒|~");
        assertThat(parsed.bad()).containsExactly("2:truncated_row");
        assertThat(parsed.trailer().get("encoding").asText()).isEqualTo("utf-8");
    }

    @Test
    void text_behind_a_closing_quote_is_broken() {
        assertThat(parse(HEADER + "1,2,\"a\"b\n2,3,c\n").bad()).containsExactly("1:broken_quotes");
    }

    @Test
    void a_required_column_without_a_value_is_bad() {
        assertThat(parse(HEADER + "-,2,a\n").bad()).containsExactly("1:order_no_is_empty");
    }

    @Test
    void blank_lines_are_no_records() {
        Parsed parsed = parse("\n" + HEADER + "\n1,2,a\n   \n\r\n2,3,b\n\n");
        assertThat(parsed.landed()).containsExactly("1|2|a|~", "2|3|b|~");
        assertThat(parsed.trailer().get("rows").asInt()).isEqualTo(2);
    }

    @Test
    void the_same_values_have_the_same_hash_and_null_is_not_empty() {
        Parsed once = parse(HEADER + "1,2,a\n1, 2 ,a\n1,2,\n");
        Parsed moved = parse("订单备注,订单编号,买家实际支付金额\na,1,2\n");
        assertThat(once.hashes().get(0))
                .isEqualTo(once.hashes().get(1))
                .isEqualTo(moved.hashes().get(0));
        assertThat(once.hashes().get(2)).isNotEqualTo(once.hashes().get(0));
        RowHash hash = new RowHash(List.of("a", "b"));
        assertThat(hash.of(new String[] {"x", ""})).isNotEqualTo(hash.of(new String[] {"x", null}));
        assertThat(hash.of(new String[] {"xb", null})).isNotEqualTo(hash.of(new String[] {"x", "b"}));
    }

    @Test
    void semicolons_separate_when_the_feed_says_so() {
        FeedFixture other =
                new FeedFixture(folder, "a b", "files: x.csv\nformat: csv\ndelimiter: \";\"\nheader: {match: name}\n");
        assertThat(other.parse("x.csv", "a;b\n1,5;\"2;3\"\n").landed()).containsExactly("1,5|2;3");
    }

    @Test
    void tabs_separate_in_tsv() {
        FeedFixture other = new FeedFixture(folder, "a b", "files: x.tsv\nformat: tsv\nheader: {match: name}\n");
        assertThat(other.parse("x.tsv", "a\tb\n1,5\t2\n").landed()).containsExactly("1,5|2");
    }

    private Parsed parse(String text) {
        return shop.parse("tmall/Export.csv", text);
    }
}
