package io.siyu.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.warehouse.Feed.Expect;
import io.siyu.warehouse.Feed.Format;
import java.io.IOException;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedReaderTest extends FeedText {
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
                totals: [paid_fee]
                resends: 30 days
                expect: daily by 02:00
                """);
        assertThat(feed.encodings()).containsExactly("gb18030", "utf-8");
        assertThat(feed.delimiter()).isEqualTo(';');
        assertThat(feed.clean()).containsExactly(Clean.EXCEL_TEXT_ID, Clean.PERCENT);
        assertThat(feed.nullTokens()).isEqualTo(Set.of("", "-"));
        assertThat(feed.reject().get(0).reason()).isEqualTo("rounded_id");
        assertThat(feed.skip().get(0).holds(column -> "小计")).isTrue();
        assertThat(feed.totals()).containsExactly("paid_fee");
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
    void a_feed_of_lists_has_a_key_and_a_guard_and_its_table_says_what_a_row_is_about() throws IOException {
        assertThat(read(FEED + "snapshot: {key: order_no}\n").snapshot())
                .isEqualTo(new Snapshot(List.of("order_no"), List.of(), 80, 20, Snapshot.Contents.LISTS));
        String guarded =
                "snapshot: {key: order_no, guard: {by: order_no, share: 70, from: 5}, files_between: changes}\n";
        assertThat(read(FEED + guarded).snapshot())
                .isEqualTo(new Snapshot(
                        List.of("order_no"), List.of("order_no"), 70, 5, Snapshot.Contents.LISTS_AND_CHANGES));
        assertThat(table().columnNames()).endsWith("_ingest_ts", "_change", "_absent_from", "_take");
    }
}
