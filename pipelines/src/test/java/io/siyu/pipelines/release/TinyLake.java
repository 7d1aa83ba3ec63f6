package io.siyu.pipelines.release;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import io.siyu.warehouse.Column;
import io.siyu.warehouse.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** A lake of a few rows, written by the engine's own writer. */
final class TinyLake {
    final SparkSession spark = TestSpark.session();
    final Lake lake;
    private final SortedMap<String, Long> versions = new TreeMap<>();

    TinyLake(Path folder) {
        this.lake = new Lake(folder.resolve("lake").toString());
    }

    /** Replaces a table's rows with those of a SELECT; gives the new version. */
    long write(Table table, String select) {
        Writer writer = new Writer(spark, lake);
        writer.prepare(table, lake.current(spark, table.name()).isPresent());
        writer.replace(table, spark.sql(select), note(table));
        long version = lake.current(spark, table.name()).orElseThrow().number();
        versions.put(table.name(), version);
        return version;
    }

    /** Versions of everything written so far. */
    SortedMap<String, Long> versions() {
        return new TreeMap<>(versions);
    }

    /** Contract of a table whose first column is its grain; columns as {@code name type}. */
    static Table table(String name, Optional<String> partition, String... columns) {
        List<Column> all = Arrays.stream(columns).map(TinyLake::column).toList();
        return new Table(
                name,
                "The tiny " + name + ": it's small.",
                List.of(all.get(0).name()),
                "data-platform",
                partition,
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

    private static Column column(String text) {
        String[] parts = text.split(" ");
        return new Column(
                parts[0],
                parts[1],
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "internal",
                "What's in " + parts[0] + ".");
    }

    private static CommitNote note(Table table) {
        return new CommitNote("run", table.name(), "2026-11-11", "jar", "texts", new TreeMap<>(), null, 0, "");
    }
}
