package io.siyu.pipelines.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.land.EngineTables;
import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.store.Lake;
import io.siyu.quality.Rule;
import io.siyu.quality.RuleResult;
import io.siyu.quality.Verdict;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictLogTest {
    private static final Run RUN =
            new Run("night-1", LocalDate.of(2026, 11, 10), "test", false, false, new TreeSet<>());
    private static final Verdict SALE = verdict("dwd.sale", 7);
    private static final Verdict DAY = verdict("dws.day", 3);

    @TempDir
    private Path folder;

    private final SparkSession spark = TestSpark.session();
    private Lake lake;
    private VerdictLog log;

    @BeforeEach
    void open() {
        lake = new Lake(folder.resolve("lake").toString());
        EngineTables.prepare(spark, lake, Catalog.load(new House(List.of(Path.of("..", "warehouse")))));
        log = new VerdictLog(spark, lake, folder.resolve("verdicts"));
    }

    @Test
    void what_was_kept_is_appended_once_however_often_it_is_flushed() {
        log.keep(RUN, SALE);
        log.keep(RUN, DAY);
        log.flush("test");
        log.flush("test");
        assertThat(told()).containsExactly("dwd.sale rows 7.0", "dws.day rows 3.0");
        assertThat(log.pending(RUN.id())).isEmpty();
    }

    @Test
    void a_flush_that_was_killed_after_its_commits_appends_nothing_again() throws IOException {
        log.keep(RUN, SALE);
        log.keep(RUN, DAY);
        byte[] pending = Files.readAllBytes(folder.resolve("verdicts/night-1/dwd.sale.json"));
        log.flush("test");
        Path aside = folder.resolve("verdicts/night-1.tmp");
        Files.createDirectories(aside);
        Files.write(aside.resolve("dwd.sale.json"), pending);
        log.keep(RUN, verdict("ads.total", 1));
        log.flush("test");
        assertThat(told()).containsExactly("ads.total rows 1.0", "dwd.sale rows 7.0", "dws.day rows 3.0");
        assertThat(folder.resolve("verdicts")).isEmptyDirectory();
    }

    @Test
    void a_verdict_taken_back_is_not_appended() {
        log.keep(RUN, SALE);
        log.keep(RUN, DAY);
        log.forget(RUN, SALE);
        log.flush("test");
        assertThat(told()).containsExactly("dws.day rows 3.0");
    }

    private List<String> told() {
        long version = lake.current(spark, "quality.metric").orElseThrow().number();
        return lake
                .rows(spark, "quality.metric", version)
                .where("metric = 'rows'")
                .selectExpr("concat_ws(' ', table_name, metric, value)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static Verdict verdict(String table, long rows) {
        Rule floor = new Rule("rows", Rule.Kind.CONTRACT, Rule.Severity.ERROR, new Rule.AtLeast(1));
        return new Verdict(table, rows, List.of(new RuleResult(floor, true, (double) rows, "")));
    }
}
