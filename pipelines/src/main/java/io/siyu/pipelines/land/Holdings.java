package io.siyu.pipelines.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.siyu.pipelines.erase.PersonColumns;
import io.siyu.pipelines.erase.PersonKeys;
import io.siyu.pipelines.erase.Tombstones;
import io.siyu.pipelines.feed.ErasedRows;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.FeedReader;
import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.identity.IdModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Where the working tables hold people, and what becomes of those rows when they are erased. */
public record Holdings(SparkSession spark, Lake lake, Plan plan, IdModel kinds, Tombstones tombstones) {
    /** What becomes of a row of a table that is made anew out of rows without the person. */
    public static final String REBUILT = "rebuilt";

    static final String QUARANTINE = "ods.quarantine";

    /**
     * Rows of one table that one request is about.
     *
     * @param what {@link ErasedRows#BLANKED}, {@link ErasedRows#REMOVED} or {@link #REBUILT}
     * @param files landed files they came from; none of tables where nothing lands
     */
    public record Held(String table, String request, String what, long rows, SortedSet<String> files) {}

    /** All of them, by table. */
    public List<Held> all() {
        List<Held> held = new ArrayList<>();
        for (Table table : plan.catalog().tables()) {
            if (table.isStored()) {
                lake.current(spark, table.name()).ifPresent(version -> held.addAll(of(table, version.number())));
            }
        }
        return held;
    }

    private List<Held> of(Table table, long version) {
        if (isLanded(table)
                && !PersonColumns.of(table, LandedColumns.business(table), kinds)
                        .any()) {
            return List.of();
        }
        if (isLanded(table)) {
            return counted(table, landed(table, version).withColumn("_from", col(LandedColumns.FILE)));
        }
        if (table.name().equals(QUARANTINE)) {
            return counted(table, quarantined(version).withColumn("_from", col("file")));
        }
        PersonKeys keys = new PersonKeys(table, kinds);
        if (table.isKeptByEngine() || !keys.any()) {
            return List.of();
        }
        String what = keepsItsPast(table) ? ErasedRows.REMOVED : REBUILT;
        Map<String, Long> rows = new TreeMap<>();
        keys.marked(lake.whole(spark, table.name(), version), tombstones)
                .where(col(PersonKeys.TOMBSTONE).isNotNull())
                .groupBy(PersonKeys.TOMBSTONE)
                .count()
                .collectAsList()
                .forEach(row -> rows.merge(
                        Optional.ofNullable(tombstones.requests().get(row.getString(0)))
                                .orElseThrow(),
                        row.getLong(1),
                        Long::sum));
        return rows.entrySet().stream()
                .map(e -> new Held(table.name(), e.getKey(), what, e.getValue(), new TreeSet<>()))
                .toList();
    }

    private static List<Held> counted(Table table, Dataset<Row> rows) {
        return rows
                .where(col(ErasedRows.EFFECT).isNotNull())
                .groupBy(ErasedRows.REQUEST, ErasedRows.EFFECT)
                .agg(count(lit(1)), collect_set(col("_from")))
                .collectAsList()
                .stream()
                .map(row -> new Held(
                        table.name(),
                        row.getString(0),
                        row.getString(1),
                        row.getLong(2),
                        new TreeSet<>(row.<String>getList(3))))
                .toList();
    }

    /** Whether files of a feed land in a table. */
    static boolean isLanded(Table table) {
        return table.layer() == Layer.ODS && !table.isKeptByEngine();
    }

    /** Landed rows of a table with what becomes of each. */
    Dataset<Row> landed(Table table, long version) {
        return ErasedRows.of(
                lake.whole(spark, table.name(), version), table, FeedReader.read(table), kinds, tombstones);
    }

    /** Rows of the quarantine with what becomes of each. */
    Dataset<Row> quarantined(long version) {
        Map<String, Table> tables = new TreeMap<>();
        plan.catalog().tables().stream().filter(Holdings::isLanded).forEach(t -> tables.put(t.name(), t));
        return ErasedRows.ofQuarantine(lake.whole(spark, QUARANTINE, version), tables, kinds, tombstones);
    }

    /**
     * Whether a table beyond the facts has rows that no later night makes anew: those of earlier dates, and of a table that is
     * read as an earlier night left it.
     */
    boolean keepsItsPast(Table table) {
        if (table.layer() == Layer.DWD || table.layer() == Layer.VAULT || table.layer() == Layer.ODS) {
            return false;
        }
        Definition definition = plan.definition(table.name());
        boolean isReadLater = plan.catalog().tables().stream()
                .anyMatch(t -> t.isNightBefore() && t.reads().contains(table.name()));
        return new PersonKeys(table, kinds).namesCustomers()
                && (table.partition().isPresent() || definition.reads().contains(table.name()) || isReadLater);
    }
}
