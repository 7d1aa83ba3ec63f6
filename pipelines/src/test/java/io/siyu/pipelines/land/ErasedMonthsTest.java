package io.siyu.pipelines.land;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.erase.ErasureRequest;
import io.siyu.pipelines.erase.Tombstones;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.privacy.TokenFunction;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.release.Vacuum;
import io.siyu.pipelines.step.Outcome;
import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Column;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.identity.IdModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was said of a customer at month ends when that customer, who was called otherwise in September, is erased. */
class ErasedMonthsTest {
    private static final String MONTHS = "dws.customer_value_month";
    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path folder;

    private final SparkSession spark = TestSpark.session();
    private final Catalog catalog = Catalog.load(new House(List.of(Path.of("..", "warehouse"))));
    private final Plan plan = Plan.of(spark, catalog);

    @Test
    void months_of_the_erased_go_from_the_table_and_the_disk_and_those_of_others_stay_as_they_were()
            throws IOException {
        Lake lake = new Lake(folder.resolve("lake").toString());
        EngineTables.prepare(spark, lake, catalog);
        Writer writer = new Writer(spark, lake);
        Table months = catalog.table(MONTHS);
        writer.prepare(months, false);
        String said = "('1','2026-10-01'), ('2','2026-09-01'), ('3','2026-09-01'), ('3','2026-10-01')";
        writer.replace(months, months(months, "('2','2026-09-01'), ('3','2026-09-01')"), note(MONTHS, "n1"));
        writer.replace(months, months(months, said), note(MONTHS, "n2"));
        List<String> others = texts(lake, "oneid = '3'");
        release(lake, "n2");
        bury(lake, writer, "1", "2");

        Run run = new Run("n3", DATE, "test", false, false, new TreeSet<>());
        new Erasure(spark, lake, plan, IdModel.read(catalog.house())).run(new Outcome("written", 2, ""), run);
        release(lake, "n3");
        assertThat(texts(lake, "true")).isEqualTo(others).hasSize(2);

        new Vacuum(lake).run(spark, 1, List.of());
        assertThat(onDisk(lake)).containsExactly("3", "3");
    }

    private void release(Lake lake, String run) {
        TreeMap<String, Long> versions = new TreeMap<>();
        versions.put(MONTHS, lake.current(spark, MONTHS).orElseThrow().number());
        new Releases(lake).publish(spark, DATE, run, versions);
    }

    /** Rows of customers and months; what is said is the same of all. */
    private Dataset<Row> months(Table table, String customers) {
        return spark.sql(table.columns().stream()
                .map(ErasedMonthsTest::value)
                .collect(Collectors.joining(", ", "select ", " from values " + customers + " as t(who, of)")));
    }

    private static String value(Column column) {
        String value = switch (column.name()) {
            case "oneid" -> "who";
            case "month" -> "of";
            case "as_of_date" -> "last_day(of)";
            default -> column.type().equals("string") ? "'said'" : "7";
        };
        return "cast(" + value + " as " + column.type() + ") as " + column.name();
    }

    private void bury(Lake lake, Writer writer, String... customers) {
        ErasureRequest request = ErasureRequest.of(
                TokenFunction.tokens(spark),
                Stream.of(customers).map(Tombstones::customer).toList(),
                "amy",
                "asked by phone",
                DATE);
        Table table = catalog.table(Tombstones.TABLE);
        writer.prepare(table, lake.current(spark, table.name()).isPresent());
        String rows = request.rows().stream()
                .map(row -> row.stream().collect(Collectors.joining("', '", "('", "')")))
                .collect(Collectors.joining(", "));
        writer.append(
                table.name(),
                spark.sql("select *, date'" + DATE
                        + "' as _drop_date, 'f' as _file, 1L as _row_no, '' as _raw, tombstone as _row_hash, timestamp'"
                        + DATE + "' as _ingest_ts from values " + rows + " as t("
                        + String.join(", ", ErasureRequest.COLUMNS) + ")"),
                note(table.name(), "n3"));
    }

    private static CommitNote note(String table, String run) {
        return new CommitNote(run, table, DATE.toString(), "test", "", new TreeMap<>(), new TreeSet<>(), 0, "");
    }

    private List<String> texts(Lake lake, String where) {
        return lake
                .whole(spark, MONTHS, lake.current(spark, MONTHS).orElseThrow().number())
                .where(where)
                .selectExpr("to_json(struct(*))")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    /** The customers of all rows in all files that lie there, whatever version they are of. */
    private List<String> onDisk(Lake lake) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(lake.path(MONTHS)))) {
            String[] all = files.map(Path::toString)
                    .filter(file -> file.endsWith(".parquet") && !file.contains("_delta_log"))
                    .toArray(String[]::new);
            return spark.read().parquet(all).select("oneid").collectAsList().stream()
                    .map(row -> row.getString(0))
                    .sorted()
                    .toList();
        }
    }
}
