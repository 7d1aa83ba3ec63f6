package io.siyu.pipelines.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFeedTest {
    @TempDir
    Path folder;

    private FeedFixture shop;

    @BeforeEach
    void house() {
        shop = new FeedFixture(folder, "tid payment items first_sku paid", """
                files: "*.jsonl"
                format: jsonl
                header: {drop: [noise]}
                fields:
                  tid: order.tid
                  items: order.items
                  first_sku: order.items.0.sku
                reject:
                  - {when: tid is in scientific notation, reason: rounded_id}
                """);
    }

    @Test
    void numbers_stay_as_they_are_written() {
        Parsed parsed = parse("{\"order\":{\"tid\":9223372036854775809123},\"payment\":268.10}\n"
                + "{\"order\":{\"tid\":9007199254740993},\"payment\":-0.00}\n");
        assertThat(parsed.landed())
                .containsExactly("9223372036854775809123|268.10|~|~|~", "9007199254740993|-0.00|~|~|~");
    }

    @Test
    void a_rounded_id_is_bad_and_its_text_is_kept() {
        Parsed parsed = parse("{\"order\":{\"tid\":4.417003300112233E18}}\n{\"order\":{\"tid\":\"4.4E+18\"}}\n");
        assertThat(parsed.bad()).containsExactly("1:rounded_id", "2:rounded_id");
        assertThat(parsed.raw(FeedParser.BAD)).contains("{\"order\":{\"tid\":4.417003300112233E18}}");
    }

    @Test
    void objects_and_arrays_stay_their_exact_text_while_paths_reach_into_them() {
        Parsed parsed = parse(
                "{\"order\":{\"tid\":\"1\",\"items\":[ {\"sku\":\"A\\u4e00\", \"n\":1.50} , {\"sku\":9007199254740993}]}}\n");
        assertThat(parsed.landed())
                .containsExactly("1|~|[ {\"sku\":\"A\\u4e00\", \"n\":1.50} , {\"sku\":9007199254740993}]|A一|~");
    }

    @Test
    void null_missing_and_empty_have_no_value_and_booleans_are_words() {
        Parsed parsed = parse(
                "{\"order\":{\"tid\":\"1\"},\"payment\":null,\"paid\":true}\n{\"order\":{\"tid\":\"2\"},\"payment\":\"\"}\n");
        assertThat(parsed.landed()).containsExactly("1|~|~|~|true", "2|~|~|~|~");
    }

    @Test
    void a_line_that_is_not_one_object_is_invalid() {
        Parsed parsed =
                parse("{\"order\":\n[1]\n{\"order\":{\"tid\":\"1\"}} x\n{'a':1}\n\n{\"order\":{\"tid\":\"1\"}}\n");
        assertThat(parsed.bad())
                .containsExactly("1:invalid_json", "2:invalid_json", "3:invalid_json", "4:invalid_json");
        assertThat(parsed.landed()).hasSize(1);
    }

    @Test
    void a_last_line_that_breaks_off_is_truncated() {
        assertThat(parse("{\"order\":{\"tid\":\"1\"}}\n{\"order\":{\"ti").bad()).containsExactly("2:truncated_row");
    }

    @Test
    void top_level_keys_nobody_reads_are_reported() {
        Parsed parsed = parse("{\"order\":{\"tid\":\"1\",\"deep\":1},\"zeta\":{\"a\":[1]},\"noise\":1,\"alpha\":2}\n");
        assertThat(parsed.trailer().get("unknown_columns"))
                .extracting(JsonNode::asText)
                .containsExactly("alpha", "zeta");
    }

    @Test
    void long_lines_keep_their_offsets() {
        String items = "[\"" + "长".repeat(50_000) + "\"]";
        Parsed parsed = parse("{\"order\":{\"items\":" + items + ",\"tid\":\"1\"}}\n");
        assertThat(parsed.landed()).containsExactly("1|~|" + items + "|~|~");
    }

    private Parsed parse(String text) {
        return shop.parse("a.jsonl", text);
    }
}
