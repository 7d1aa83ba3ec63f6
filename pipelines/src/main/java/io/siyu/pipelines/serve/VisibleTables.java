package io.siyu.pipelines.serve;

import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The tables that a statement may read, each at one exact version. Immutable: a statement that holds one sees one release
 * from its first table to its last, whatever is published meanwhile.
 */
public final class VisibleTables {
    /** Spark's name for the schema that a session begins in; it has no tables. */
    static final String NO_LAYER = "default";

    private final SparkSession spark;
    private final Lake lake;
    private final Access access;
    private final String title;
    private final SortedMap<String, Long> versions;
    private final Map<String, Dataset<Row>> opened = new ConcurrentHashMap<>();

    private VisibleTables(
            SparkSession spark, Lake lake, Access access, String title, SortedMap<String, Long> versions) {
        this.spark = spark;
        this.lake = lake;
        this.access = access;
        this.title = title;
        this.versions = versions;
    }

    /** What this release pins. */
    public static VisibleTables of(SparkSession spark, Lake lake, Access access, Release release) {
        String title = "Release " + release.id() + ", as of " + release.date();
        return new VisibleTables(spark, lake, access, title, release.versions());
    }

    /** The working tables as they stand now, for operators: not judged, not published, not of one night. */
    public static VisibleTables latest(SparkSession spark, Lake lake, Access access, Collection<Table> tables) {
        SortedMap<String, Long> versions = new TreeMap<>();
        for (Table table : tables) {
            lake.current(spark, table.name()).ifPresent(v -> versions.put(table.name(), v.number()));
        }
        return new VisibleTables(spark, lake, access, "Working tables, not published", versions);
    }

    /** {@code Release R20261120.1, as of 2026-11-20}. */
    public String title() {
        return title;
    }

    /** Whether there is a table {@code layer.table}. */
    public boolean has(String table) {
        return versions.containsKey(table);
    }

    /** The rows of {@code layer.table}; asking for one that is not there names those that are near. */
    public Dataset<Row> rows(String table) {
        Long version = versions.get(table);
        if (version == null) {
            throw unknown(table);
        }
        return opened.computeIfAbsent(table, name -> access.rows(name, lake.rows(spark, name, version)));
    }

    /** The error for a table that is not there. */
    RuntimeException unknown(String table) {
        boolean isFile = table.contains("/") || table.contains(":");
        return Problems.cannot(
                "read " + (table.startsWith(NO_LAYER + ".") ? simple(table) : table),
                isFile
                        ? "files are not open to readers, only tables are"
                        : title + ", has no table of that name" + near(table),
                "Tables are named layer.table, e.g. " + (versions.isEmpty() ? "dwd.order_line" : versions.firstKey())
                        + "; see all with show databases and show tables in <database>");
    }

    private String near(String table) {
        List<String> same = versions.keySet().stream()
                .filter(name -> name.endsWith("." + simple(table)))
                .toList();
        return same.isEmpty()
                ? Words.didYouMean(table, versions.keySet())
                : "; did you mean '" + String.join("' or '", same) + "'?";
    }

    private static String simple(String table) {
        return table.substring(table.indexOf('.') + 1);
    }
}
