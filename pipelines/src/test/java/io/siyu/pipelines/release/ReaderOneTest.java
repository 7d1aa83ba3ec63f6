package io.siyu.pipelines.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The oldest Delta readers open what the engine publishes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReaderOneTest {
    private TinyLake tiny;
    private Release release;

    @BeforeAll
    void publish(@TempDir Path folder) {
        tiny = new TinyLake(folder);
        tiny.contract(
                "dws.day", "pay_date", "customer_id string", "pay_date date", "paid_at timestamp", "pay_fen bigint");
        tiny.write(
                "dws.day",
                "select * from values ('c1', date '2026-11-11', timestamp '2026-11-11 23:30:00', 10L),"
                        + " ('c2', date '2026-11-10', null, 20L) as t(customer_id, pay_date, paid_at, pay_fen)");
        release = tiny.publish("night-1");
        tiny.write(
                "dws.day",
                "select * from values ('c3', date '2026-11-11', timestamp '2026-11-11 01:00:00', 30L) as t(customer_id, pay_date, paid_at, pay_fen)");
    }

    @Test
    void every_published_table_and_the_manifest_ask_for_reader_version_1() {
        assertThat(minReaderVersion("dws.day")).isEqualTo(1);
        assertThat(minReaderVersion(Manifest.TABLE)).isEqualTo(1);
    }

    @Test
    void a_second_reader_sees_the_pinned_rows() {
        assertThat(ReaderOne.values(tiny.lake, release, "dws.day", row -> row.getLong("pay_fen")))
                .containsExactlyInAnyOrder(10L, 20L);
    }

    @Test
    void a_second_reader_sees_the_instants() {
        assertThat(ReaderOne.values(tiny.lake, release, "dws.day", row -> row.getTimestamp("paid_at")))
                .containsExactlyInAnyOrder(
                        java.sql.Timestamp.from(java.time.Instant.parse("2026-11-11T15:30:00Z")), null);
    }

    private int minReaderVersion(String table) {
        return DeltaLog.forTable(tiny.spark, tiny.lake.path(table))
                .unsafeVolatileSnapshot()
                .protocol()
                .minReaderVersion();
    }
}
