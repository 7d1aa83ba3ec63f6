package io.siyu.pipelines.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.siyu.pipelines.sql.Values;
import io.siyu.warehouse.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * The working tables: one Delta table per contract, at {@code <root>/<layer>/<table>}. Nobody but the engine opens them;
 * readers see what a release pins.
 *
 * @param root path or URI of the lake
 */
public record Lake(String root) {
    /** Schemas by what a contract says: every type in it is a text to parse. */
    private static final Map<String, StructType> SCHEMAS = new ConcurrentHashMap<>();

    /** A table at one version. */
    public record Version(long number, Optional<CommitNote> note) {}

    /** Where the table with this name lies: {@code <root>/dwd/refund}. */
    public String path(String table) {
        return root + "/" + table.replace('.', '/');
    }

    /** The newest version of a table and the note of the last commit that changed its rows; empty if never built. */
    public Optional<Version> current(SparkSession spark, String table) {
        DeltaLog log = DeltaLog.forTable(spark, path(table));
        long number = log.update(false, Option.empty(), Option.empty()).version();
        if (number < 0) {
            return Optional.empty();
        }
        Optional<CommitLog.Entry> last = commits(spark, table).last(number);
        return Optional.of(new Version(number, last.flatMap(CommitLog.Entry::note)));
    }

    /** The last version of a table that a night before {@code date} left; empty when none is known to have. */
    public Optional<Long> before(SparkSession spark, String table, LocalDate date) {
        CommitLog log = commits(spark, table);
        Optional<CommitLog.Entry> entry = current(spark, table).flatMap(version -> log.last(version.number()));
        while (entry.isPresent() && entry.get().note().isPresent()) {
            long version = entry.get().version();
            if (LocalDate.parse(entry.get().note().get().date()).isBefore(date)) {
                return Optional.of(version);
            }
            entry = log.last(version - 1);
        }
        return Optional.empty();
    }

    /** Rows with the columns of a contract: one that is not there is null, one of another type is cast. */
    public static Dataset<Row> conformed(Dataset<Row> rows, Table table) {
        List<String> there = List.of(rows.columns());
        return rows.select(table.columns().stream()
                .map(column -> (there.contains(column.name()) ? col("`" + column.name() + "`") : lit(null))
                        .cast(column.type())
                        .as(column.name()))
                .toArray(Column[]::new));
    }

    /** Notes of the commits that changed rows after version {@code from} up to {@code to}; a stranger's is empty. */
    public List<Optional<CommitNote>> notes(SparkSession spark, String table, long from, long to) {
        return commits(spark, table).after(from, to).stream()
                .map(CommitLog.Entry::note)
                .toList();
    }

    /**
     * The rows of a table at one version. A filter on any column skips files by their statistics; finding them is one
     * Spark job per query.
     */
    public Dataset<Row> rows(SparkSession spark, String table, long version) {
        return spark.read().format("delta").option("versionAsOf", version).load(path(table));
    }

    /** The same rows for who reads all of them, or all of some partitions: no job is needed to find the files. */
    public Dataset<Row> whole(SparkSession spark, String table, long version) {
        return TableFiles.rows(spark, path(table), version);
    }

    /** How many bytes the files of a table at one version hold. */
    public long bytes(SparkSession spark, String table, long version) {
        return TableFiles.bytes(spark, path(table), version);
    }

    /** The partition values of a table at one version, as text; empty for one without a partition. */
    public SortedSet<String> partitions(SparkSession spark, String table, long version) {
        return TableFiles.partitions(spark, path(table), version);
    }

    /** The columns of a table at one version. */
    public StructType schema(SparkSession spark, String table, long version) {
        DeltaLog log = DeltaLog.forTable(spark, path(table));
        log.update(false, Option.empty(), Option.empty());
        return log.getSnapshotAt(version, Option.empty(), Option.empty()).schema();
    }

    /** No rows, with the columns of the contract. */
    public static Dataset<Row> empty(SparkSession spark, Table table) {
        return Values.none(spark, schema(table));
    }

    /** The contract's columns as a Spark schema, comments included. */
    public static StructType schema(Table table) {
        return SCHEMAS.computeIfAbsent(table.ddl(), StructType::fromDDL);
    }

    private CommitLog commits(SparkSession spark, String table) {
        return new CommitLog(path(table), spark.sessionState().newHadoopConf());
    }
}
