package io.siyu.pipelines.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueBenchTest {
    private final SparkSession spark = TestSpark.session();

    @TempDir
    private Path folder;

    @Test
    void every_customer_of_the_file_is_valued_and_the_peer_reads_the_same_file() throws IOException {
        Path[] read = new Path[1];
        ValuePeer peer = (purchases, today, out) -> {
            read[0] = purchases;
            return new ValuePeer.Measured(
                    "peer 1", List.of(), List.of(new ValuePeer.Model("BG/NBD", 1, 2, 3)), 7, Duration.ZERO);
        };
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Catalog catalog = Catalog.load(new House(List.of(Path.of("..", "warehouse"))));

        new ValueBench(spark, catalog, folder, new PrintStream(said, true, StandardCharsets.UTF_8), List.of(peer))
                .run(100, 50);

        Dataset<Row> values = spark.read().parquet(folder.resolve("values").toString());
        assertThat(values.count()).isEqualTo(customers(100));
        assertThat(values.where("previous_ltv_365_fen is not null").count()).isPositive();
        assertThat(read[0]).isEqualTo(folder.resolve("purchases-50"));
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("10 customers", "100 customers, ten alike", "BG/NBD of the peer 3.0 s", "(goal 20)")
                .containsPattern("ours \\d+\\.\\d s")
                .containsPattern("\\n +10 +\\d+ +\\d+ .*\\n +50 .*\\n +100 .*\\n +100 .* ten alike\\n");
    }

    @Test
    void ten_customers_of_one_course_have_the_same_purchases_and_no_day_is_after_tonight() {
        Dataset<Row> purchases = new ValueWorld(spark).purchases(400, 40);
        Dataset<Row> courses = purchases
                .groupBy("customer")
                .agg(functions.expr("sort_array(collect_list(struct(day, amount))) as course"));

        assertThat(courses.count())
                .isEqualTo(purchases.select("customer").distinct().count());
        assertThat(courses.select("course").distinct().count() * 10).isEqualTo(courses.count());
        assertThat(purchases.selectExpr("max(day)").head().getDate(0).toLocalDate())
                .isBeforeOrEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void a_peer_that_was_stopped_takes_longer_than_the_time_it_had() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ValuePeer.Measured theirs = new ValuePeer.Measured(
                "peer 1",
                List.of(new ValuePeer.Part("file read", 5, 30, "")),
                List.of(new ValuePeer.Model("BG/NBD", 100, 50, 3)),
                7,
                Duration.ofMinutes(10));

        new ValueRace(new ValueRun("", 100, 5, 5, 4, 1, 5, 3), theirs)
                .tell(new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("ours 10.0 s, BG/NBD of the peer 180.0 s: 18.0 times as long")
                .contains("takes more than 450 s end to end, ours 10.0 s: more than 45.0 times as long");
    }

    private long customers(long drawn) {
        return new ValueWorld(spark)
                .purchases(drawn, drawn)
                .select("customer")
                .distinct()
                .count();
    }
}
