package io.siyu.quality;

import static io.siyu.quality.TestSpark.SPARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.quality.Contract.Ask;
import io.siyu.warehouse.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a verdict costs in Spark jobs, the unit that small nights are paid in. */
class JobCountTest {
    private static final Dataset<Row> STORES = SPARK.range(5).selectExpr("cast(id as string) store_id");
    private static Dataset<Row> rows = STORES;

    @TempDir
    Path folder;

    @BeforeAll
    static void cache_rows() {
        rows = SPARK.range(0, 100, 1, 1)
                .selectExpr("id k", "id % 5 x", "cast(id % 5 as string) s", "id % 5 + 1 y")
                .cache();
        rows.count();
    }

    @AfterAll
    static void free_rows() {
        rows.unpersist();
    }

    private static Contract contract() {
        return Contract.of("dwd.t", "k")
                .with(new Ask("k", "bigint").mustBeThere().between(0, 100))
                .with(new Ask("x", "bigint").mustBeThere().between(0, 100))
                .with(new Ask("y", "bigint").mustBeThere().between(0, 100).equalTo("x + 1"));
    }

    private static int jobs(Table table, Dataset<Row> frame, Optional<Path> file) throws Exception {
        List<Rule> rules = Rules.of(table, file);
        AtomicInteger jobs = new AtomicInteger();
        SparkListener listener = new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart start) {
                jobs.incrementAndGet();
            }
        };
        SPARK.sparkContext().listenerBus().waitUntilEmpty();
        SPARK.sparkContext().addSparkListener(listener);
        Verdict verdict = Judge.judge(frame, table, rules, name -> STORES);
        SPARK.sparkContext().listenerBus().waitUntilEmpty();
        SPARK.sparkContext().removeSparkListener(listener);
        assertThat(verdict.failures()).isEmpty();
        return jobs.get();
    }

    @Test
    void a_dozen_column_rules_and_a_unique_grain_cost_two_jobs_on_a_cached_part() throws Exception {
        Table table = contract()
                .with(new Ask("s", "string").mustBeThere().oneOf("0", "1", "2", "3", "4"))
                .table();
        assertThat(Rules.of(table, Optional.empty())).hasSize(13);
        assertThat(jobs(table, rows, Optional.empty())).isEqualTo(2);
    }

    @Test
    void rule_files_join_the_same_pass() throws Exception {
        Path file = Files.writeString(folder.resolve("t.dqdl"), """
                error = [
                    ColumnValues "x" < 5,
                    RowCount > 10,
                    CustomSql "select count(*) from primary where x > y" = 0
                ]
                warn = [ Completeness "s" > 0.9, Mean "x" between 1 and 3 ]
                """);
        Table table = contract().with("s", "string").table();
        assertThat(jobs(table, rows, Optional.of(file))).isEqualTo(2);
    }

    @Test
    void a_reference_costs_one_job_to_fetch_its_keys() throws Exception {
        Table table =
                contract().with(new Ask("s", "string").foundIn("dim.store")).table();
        assertThat(jobs(table, rows, Optional.empty())).isEqualTo(3);
    }

    @Test
    void rows_in_many_parts_cost_at_most_five_jobs() throws Exception {
        Table table = contract().with("s", "string").table();
        Dataset<Row> parts = SPARK.range(0, 100, 1, 4).selectExpr("id k", "id % 5 x", "'a' s", "id % 5 + 1 y");
        assertThat(jobs(table, parts, Optional.empty())).isBetween(3, 5);
    }
}
