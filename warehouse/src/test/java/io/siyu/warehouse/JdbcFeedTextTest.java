package io.siyu.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.warehouse.Feed.Format;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a feed says that is read from a database. */
class JdbcFeedTextTest extends FeedText {
    private static final String FEED = """
            jdbc:
              source: mall
              table: public.shop_order
              key: id
              watermark: {column: changed, type: timestamp, overlap: 15 minutes}
            """;

    @Test
    void what_it_says_is_read_and_what_it_does_not_has_a_default() throws IOException {
        Feed feed = read(FEED + "fields: {order_no: no}\n");
        Watermark watermark = new Watermark("changed", Watermark.Kind.TIMESTAMP, 900);
        assertThat(feed.jdbc())
                .isEqualTo(new Jdbc("mall", "public.shop_order", List.of("id"), watermark, null, 10_000));
        assertThat(feed.format()).isEqualTo(Format.JSONL);
        assertThat(feed.files()).containsExactly("jdbc/mall/public.shop_order@*.jsonl");
        assertThat(feed.fields()).containsEntry("order_no", "no").containsEntry("status", "status");
        assertThat(feed.drop()).as("read beside the contract's columns").containsExactlyInAnyOrder("changed", "id");
        assertThat(feed.optional()).isEmpty();
    }

    @Test
    void parts_are_cut_by_a_column_or_else_by_the_key() throws IOException {
        assertThat(read(FEED + "  partition: {count: 4}\n  fetch_size: 500\n  optional: [status]\n"))
                .satisfies(feed -> {
                    assertThat(feed.jdbc()).extracting(Jdbc::partition).isEqualTo(new Jdbc.Partition("id", 4));
                    assertThat(feed.jdbc()).extracting(Jdbc::fetchSize).isEqualTo(500);
                    assertThat(feed.optional()).containsExactly("status");
                });
    }

    @Test
    void a_list_out_of_a_database_is_told_its_changes() throws IOException {
        assertThat(read(FEED + "snapshot: {key: order_no}\n").snapshot())
                .extracting(Snapshot::files)
                .isEqualTo(Snapshot.Contents.CHANGES);
        assertInvalid(
                FEED + "snapshot: {key: order_no, files_between: changes}\n",
                "feed.yml:6: unknown key 'files_between'; expected one of key.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    files: a.csv                      | feed.yml:6: 'files' in a feed with 'jdbc'; expected no 'files'.
                    format: csv                       | feed.yml:6: 'format' in a feed with 'jdbc'; expected no 'format'.
                    header: {match: name}             | feed.yml:6: 'header' in a feed with 'jdbc'; expected no 'header'.
                    fields: {status: a.b}             | feed.yml:6: column 'a.b'; expected the name of a column of the source.
                    '  url: x'                        | feed.yml:6: unknown key 'url'; expected one of source, table, key
                    '  fetch_size: 0'                 | feed.yml:6: 'fetch_size' is 0; expected 1 to 1000000.
                    '  optional: [statos]'            | feed.yml:6: an item of 'optional' is 'statos'; expected one of order_no, paid_fee, status.
                    '  partition: {count: 65}'        | feed.yml:6: a count of 65; expected 1 to 64.
                    '  partition: {column: id}'       | feed.yml:6: key 'count' is missing; expected 'count: ...'.
                    """)
    void what_does_not_belong_there_is_refused(String line, String message) {
        assertInvalid(FEED + line + "\n", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    source: mall          | source: Mall                 | feed.yml:2: source 'Mall'; expected the name of a source in lower-case snake_case
                    '  source: mall\n'    | ''                           | key 'source' is missing; expected 'source: ...'.
                    public.shop_order     | (select 1)                   | feed.yml:3: table '(select 1)'; expected a table or view like mall_order
                    key: id               | key: []                      | feed.yml:4: no column; expected at least one.
                    key: id               | key: id desc                 | feed.yml:4: column 'id desc'; expected the name of a column of the source.
                    type: timestamp       | type: text                   | feed.yml:5: 'type' is 'text'; expected one of timestamp, integer.
                    15 minutes            | 15                           | feed.yml:5: 'overlap' is '15'; expected a span like '15 minutes' or '2 days' of a timestamp.
                    ', overlap: 15 minutes' | ''                         | feed.yml:5: key 'overlap' is missing; expected 'overlap: ...'.
                    type: timestamp       | type: integer                | feed.yml:5: 'overlap' is '15 minutes'; expected a whole number from 0 on, like 1000, of an integer.
                    """)
    void a_wrong_value_is_refused_with_its_line_and_what_is_allowed(String text, String wrong, String message) {
        assertInvalid(FEED.replace(text.replace("\\n", "\n"), wrong), message);
    }
}
