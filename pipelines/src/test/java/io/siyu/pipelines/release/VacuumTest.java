package io.siyu.pipelines.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Three releases, of which vacuum keeps two. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VacuumTest {
    private static final String TABLE = "dws.store_day";

    private TinyLake tiny;
    private Release gone;
    private Release kept;
    private Vacuum.Report report;
    private long filesBefore;
    private long versionBefore;

    @BeforeAll
    void vacuum_all_but_two(@TempDir Path folder) throws Exception {
        tiny = new TinyLake(folder);
        tiny.contract(TABLE, "region", "store_id string", "region string", "pay_fen bigint");
        tiny.write(TABLE, "select 's' as store_id, '华 东' as region, 1L as pay_fen");
        gone = tiny.publish("night-1");
        tiny.write(TABLE, "select 's' as store_id, '华 东' as region, 2L as pay_fen");
        kept = tiny.publish("night-2");
        tiny.write(TABLE, "select 's' as store_id, '华/北' as region, 3L as pay_fen");
        tiny.publish("night-3");
        tiny.write(TABLE, "select 's' as store_id, '华/北' as region, 4L as pay_fen");
        filesBefore = parquetFiles();
        versionBefore = version();
        report = new Vacuum(tiny.lake).run(tiny.spark, 2);
    }

    @Test
    void a_kept_release_is_read_whole_although_its_folder_lost_a_file() {
        assertThat(values(kept)).containsExactly(2L);
    }

    @Test
    void what_nobody_published_yet_stays() {
        assertThat(tiny.lake.rows(tiny.spark, TABLE, versionBefore).collectAsList())
                .extracting(row -> row.<Long>getAs("pay_fen"))
                .containsExactly(4L);
    }

    @Test
    void the_file_that_only_the_old_release_held_is_removed_and_counted() throws Exception {
        assertThat(filesBefore - parquetFiles()).isEqualTo(1);
        Vacuum.Removed removed = report.tables().stream()
                .filter(r -> r.table().equals(TABLE))
                .findFirst()
                .orElseThrow();
        assertThat(removed.files()).isEqualTo(1);
        assertThat(removed.bytes()).isPositive();
    }

    @Test
    void the_old_release_is_listed_as_let_go() {
        assertThat(report.letGo()).extracting(Release::id).containsExactly(gone.id());
        assertThat(tiny.releases.all(tiny.spark))
                .extracting(Release::id, Release::kept)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("R20261111.3", true),
                        org.assertj.core.groups.Tuple.tuple("R20261111.2", true),
                        org.assertj.core.groups.Tuple.tuple("R20261111.1", false));
    }

    @Test
    void rolling_back_to_a_release_let_go_is_refused() {
        assertThatThrownBy(() -> tiny.releases.rollback(tiny.spark, gone.id()))
                .hasMessage("Cannot roll back to R20261111.1: vacuum has removed its files."
                        + " Readers see R20261111.3. Releases that can be read: R20261111.3, R20261111.2.");
    }

    @Test
    void reading_a_file_that_is_gone_says_which() {
        assertThatThrownBy(() -> values(gone))
                .hasMessageStartingWith("Cannot read dws.store_day of R20261111.1: its file region=")
                .hasMessageContaining("is gone.");
    }

    @Test
    void no_version_moves() {
        assertThat(version()).isEqualTo(versionBefore);
    }

    @Test
    void a_second_vacuum_finds_nothing() {
        assertThat(new Vacuum(tiny.lake).run(tiny.spark, 2).tables())
                .extracting(Vacuum.Removed::files)
                .containsOnly(0L);
    }

    @Test
    void keeping_no_release_is_refused() {
        assertThatThrownBy(() -> new Vacuum(tiny.lake).run(tiny.spark, 0))
                .hasMessage("Cannot keep 0 releases: readers see one. Nothing was removed. Give --keep 1 or more.");
    }

    private List<Long> values(Release release) {
        List<Row> rows = new Pinned(tiny.lake, release).rows(tiny.spark, TABLE).collectAsList();
        return rows.stream().map(row -> row.<Long>getAs("pay_fen")).toList();
    }

    private long version() {
        return tiny.lake.current(tiny.spark, TABLE).orElseThrow().number();
    }

    private long parquetFiles() throws Exception {
        try (var files = Files.walk(Path.of(tiny.lake.path(TABLE)))) {
            return files.filter(f -> f.toString().endsWith(".parquet")).count();
        }
    }
}
