package io.siyu.pipelines.release;

import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;

/**
 * All tables of {@code dws} and {@code ads} of a release in one DuckDB file, for people with a laptop. DuckDB reads the
 * pinned Parquet files itself; the file appears whole or not at all, and readers of the old one keep it.
 */
public final class DuckFile {
    /** The layers in the file; each is a schema. */
    static final List<String> LAYERS = List.of("dws", "ads");

    private DuckFile() {}

    /**
     * Writes the file.
     *
     * @param lake must lie on this machine's disk
     * @param target replaced in one step
     */
    public static void write(SparkSession spark, Lake lake, Release release, Catalog catalog, Path target) {
        checkLocal(spark, lake, target);
        Path aside = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.deleteIfExists(aside);
            try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + aside.toAbsolutePath())) {
                fill(duck, spark, lake, release, catalog);
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException e) {
            throw Problems.failed(
                    "write DuckDB file " + target + " of " + release.id(),
                    String.valueOf(e.getMessage()),
                    "The file is as it was. Try again: bin/siyu run publish --date " + release.date(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Connection duck, SparkSession spark, Lake lake, Release release, Catalog catalog)
            throws SQLException {
        Pinned pinned = new Pinned(lake, release);
        DuckSql sql = new DuckSql(duck);
        sql.begin(LAYERS);
        for (String table : release.versions().keySet()) {
            if (LAYERS.contains(table.substring(0, table.indexOf('.')))) {
                Optional<Table> contract = catalog.find(table);
                sql.table(
                        table,
                        Shown.of(pinned.schema(spark, table), contract),
                        contract.map(Table::grain).orElse(List.of()),
                        pinned.files(spark, table).stream()
                                .map(file -> file.toUri().getPath())
                                .toList());
                sql.about(release, table, contract.map(Table::description).orElse(""));
            }
        }
    }

    private static void checkLocal(SparkSession spark, Lake lake, Path target) {
        String scheme = Optional.ofNullable(
                        new org.apache.hadoop.fs.Path(lake.root()).toUri().getScheme())
                .orElseGet(() -> FileSystem.getDefaultUri(spark.sessionState().newHadoopConf())
                        .getScheme());
        if (!scheme.equals("file")) {
            throw Problems.cannot(
                    "write DuckDB file " + target,
                    "the lake is at " + lake.root() + ", and DuckDB is given files on this machine only",
                    "The release itself is readable over JDBC: bin/siyu serve");
        }
    }
}
