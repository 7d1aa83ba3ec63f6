package io.siyu.pipelines.serve;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import io.siyu.warehouse.Column;
import io.siyu.warehouse.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Two tables whose column {@code turn} has one value throughout a release: 1 in the first, 2 in the second … */
final class TurnLake {
    static final Table LINE = table("dwd.order_line", "Lines of orders: it's small.", "line_id", "store_id", "turn");
    static final Table STORE = table("dim.store", "门店", "store_id", "store_name", "turn");

    final SparkSession spark = TestSpark.session();
    final Lake lake;
    final Releases releases;

    TurnLake(Path folder) {
        this.lake = new Lake(folder.resolve("lake").toString());
        this.releases = new Releases(lake);
    }

    /** Writes both tables for this turn and publishes them. */
    Release publish(int turn) {
        SortedMap<String, Long> versions = new TreeMap<>();
        versions.put(LINE.name(), write(LINE, """
                select concat('L', id) as line_id, if(id %% 2 = 0, 'S1', 'S2') as store_id, '%d' as turn
                from range(10)""".formatted(turn)));
        versions.put(STORE.name(), write(STORE, """
                select * from values ('S1', '人民广场店', '%1$d'), ('S2', '徐家汇店', '%1$d')
                    as t(store_id, store_name, turn)""".formatted(turn)));
        return releases.publish(spark, LocalDate.of(2026, 11, 20), "night-" + turn, versions);
    }

    VisibleTables published() {
        return VisibleTables.of(
                spark, lake, Access.whole(), releases.current(spark).orElseThrow());
    }

    long write(Table table, String select) {
        Writer writer = new Writer(spark, lake);
        writer.prepare(table, lake.current(spark, table.name()).isPresent());
        writer.replace(
                table,
                spark.sql(select),
                new CommitNote("run", table.name(), "2026-11-20", "jar", "texts", new TreeMap<>(), null, 0, ""));
        return lake.current(spark, table.name()).orElseThrow().number();
    }

    private static Table table(String name, String description, String... columns) {
        List<Column> all = Stream.of(columns).map(TurnLake::column).toList();
        return new Table(
                name,
                description,
                List.of(columns[0]),
                "data-platform",
                Optional.empty(),
                List.of(),
                List.of(),
                60,
                0,
                0,
                Optional.empty(),
                List.of(),
                Map.of(),
                all,
                Path.of("tables", name.replace('.', '/')));
    }

    private static Column column(String name) {
        return new Column(
                name,
                "string",
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "internal",
                "What's in " + name + ".");
    }
}
