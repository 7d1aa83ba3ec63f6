package io.siyu.pipelines.release;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** A house and a lake of a few rows: real contracts, written by the engine's own writer. */
final class TinyLake {
    static final LocalDate DAY = LocalDate.parse("2026-11-11");

    final SparkSession spark = TestSpark.session();
    final Lake lake;
    final Releases releases;
    private final Path house;
    private final SortedMap<String, Long> versions = new TreeMap<>();

    TinyLake(Path folder) {
        this.house = folder.resolve("house");
        this.lake = new Lake(folder.resolve("lake").toString());
        this.releases = new Releases(lake);
    }

    /** Writes a contract whose first column is its grain; columns as {@code name type}. */
    void contract(String name, String partition, String... columns) {
        StringBuilder text = new StringBuilder("name: " + name + "\ndescription: It's the tiny " + name + ".\n"
                + "grain: [" + columns[0].split(" ")[0] + "]\nowner: data-platform\n"
                + (partition.isEmpty() ? "" : "partition: " + partition + "\n") + "columns:\n");
        for (String column : columns) {
            String[] parts = column.split(" ");
            text.append("  - {name: " + parts[0] + ", type: '" + parts[1] + "', description: It's the " + parts[0]
                    + ".}\n");
        }
        Path folder = house.resolve("tables").resolve(name.replace('.', '/'));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("table.yml"), text);
            Files.writeString(folder.resolve("rows.sql"), "select 1\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Catalog catalog() {
        return Catalog.load(new House(List.of(house)));
    }

    /** Replaces a table's rows with those of a SELECT. */
    void write(String name, String select) {
        Table table = catalog().table(name);
        Writer writer = new Writer(spark, lake);
        writer.prepare(table, lake.current(spark, name).isPresent());
        writer.replace(
                table,
                spark.sql(select),
                new CommitNote("run", name, DAY.toString(), "jar", "texts", new TreeMap<>(), null, 0, ""));
        versions.put(name, lake.current(spark, name).orElseThrow().number());
    }

    /** Publishes what was written so far. */
    Release publish(String run) {
        return releases.publish(spark, DAY, run, versions);
    }
}
