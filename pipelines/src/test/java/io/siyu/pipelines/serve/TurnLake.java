package io.siyu.pipelines.serve;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** Two tables whose column {@code turn} has one value throughout a release: 1 in the first, 2 in the second … */
final class TurnLake {
    private static final String CONTRACT = """
            name: %s
            description: "%s"
            grain: [%s]
            owner: data-platform
            columns:
              - {name: %3$s, type: string, required: true, description: "What's in %3$s."}
              - {name: %s, type: string, description: "What's in %4$s."}
              - {name: turn, type: string, description: "Which release wrote it (第几次)."}
            """;

    final SparkSession spark = TestSpark.session();
    final Catalog catalog;
    final Lake lake;
    final Releases releases;

    /** A lake in {@code <folder>/lake} for the house in {@code <folder>/house}. */
    TurnLake(Path folder) throws IOException {
        contract(folder, "dwd.order_line", "Lines of orders: it's small.", "line_id", "store_id");
        contract(folder, "dim.store", "门店", "store_id", "store_name");
        this.catalog = catalog(folder);
        this.lake = lake(folder);
        this.releases = new Releases(lake);
    }

    static Catalog catalog(Path folder) {
        return Catalog.load(new House(List.of(folder.resolve("house"))));
    }

    static Lake lake(Path folder) {
        return new Lake(folder.resolve("lake").toString());
    }

    /** Writes both tables for this turn and publishes them. */
    Release publish(int turn) {
        SortedMap<String, Long> versions = new TreeMap<>();
        versions.put("dwd.order_line", write("dwd.order_line", """
                select concat('L', id) as line_id, if(id %% 2 = 0, 'S1', 'S2') as store_id, '%d' as turn
                from range(10)""".formatted(turn)));
        versions.put("dim.store", write("dim.store", """
                select * from values ('S1', '人民广场店', '%1$d'), ('S2', '徐家汇店', '%1$d')
                    as t(store_id, store_name, turn)""".formatted(turn)));
        return releases.publish(spark, LocalDate.of(2026, 11, 20), "night-" + turn, versions);
    }

    VisibleTables published() {
        return VisibleTables.of(
                spark, lake, Access.whole(), releases.current(spark).orElseThrow());
    }

    /** Replaces a table's rows, published or not; gives its new version. */
    long write(String name, String select) {
        Table table = catalog.table(name);
        Writer writer = new Writer(spark, lake);
        writer.prepare(table, lake.current(spark, table.name()).isPresent());
        writer.replace(
                table,
                spark.sql(select),
                new CommitNote("run", table.name(), "2026-11-20", "jar", "texts", new TreeMap<>(), null, 0, ""));
        return lake.current(spark, table.name()).orElseThrow().number();
    }

    private static void contract(Path folder, String name, String description, String key, String other)
            throws IOException {
        Path table = folder.resolve("house/tables/" + name.replace('.', '/'));
        Files.createDirectories(table);
        Files.writeString(table.resolve("table.yml"), CONTRACT.formatted(name, description, key, other));
        Files.writeString(table.resolve("rows.sql"), "select * from " + name + "\n");
    }
}
