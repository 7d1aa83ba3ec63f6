package io.siyu.pipelines.store;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.RemoveFile;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * Which Parquet files make up which version of a Delta table. They are reached by reading the log's commits on the driver,
 * a few milliseconds each; when there are many commits to read, one Spark job does it.
 */
public final class TableFiles {
    private static final Map<DeltaLog, TableFiles> OPEN = new WeakHashMap<>();
    private static final int MANY_COMMITS = 50;

    private long version = -1;
    private SortedMap<String, AddFile> live = new TreeMap<>();

    private TableFiles() {}

    /** Paths of the files of one version, relative to the table, as they are called on disk; sorted. */
    public static List<String> paths(SparkSession spark, String table, long version) {
        return at(spark, log(spark, table), version).stream()
                .map(file -> new Path(URI.create(file.path())).toString())
                .sorted()
                .toList();
    }

    /** How many bytes the files of one version hold. */
    static long bytes(SparkSession spark, String table, long version) {
        return at(spark, log(spark, table), version).stream()
                .mapToLong(AddFile::size)
                .sum();
    }

    /** Values of the partition column of the files of one version, as text. */
    static SortedSet<String> partitions(SparkSession spark, String table, long version) {
        SortedSet<String> values = new TreeSet<>();
        for (AddFile file : at(spark, log(spark, table), version)) {
            JavaConverters.mapAsJavaMap(file.partitionValues()).values().stream()
                    .filter(Objects::nonNull)
                    .forEach(values::add);
        }
        return values;
    }

    /**
     * The rows of one version, read from its files; only whole partitions are left out, and no job looks for them. A table
     * without rows is an empty relation, from which the optimizer concludes what it can.
     */
    static Dataset<Row> rows(SparkSession spark, String table, long version) {
        DeltaLog log = log(spark, table);
        Snapshot snapshot = log.getSnapshotAt(version, Option.empty(), Option.empty());
        Collection<AddFile> live = at(spark, log, version);
        if (live.isEmpty()) {
            return spark.createDataFrame(List.of(), snapshot.schema());
        }
        var files = JavaConverters.asScalaBuffer(List.copyOf(live)).toSeq();
        Dataset<Row> rows = log.createDataFrame(snapshot, files, false, Option.empty());
        return Dataset.ofRows(spark, rows.queryExecution().analyzed()); // Delta gives them to the thread's session
    }

    private static DeltaLog log(SparkSession spark, String table) {
        DeltaLog log = DeltaLog.forTable(spark, table);
        log.update(false, Option.empty(), Option.empty());
        return log;
    }

    /** The files of one version of a table whose log is up to date. */
    static Collection<AddFile> at(SparkSession spark, DeltaLog log, long version) {
        TableFiles files;
        synchronized (OPEN) {
            files = OPEN.computeIfAbsent(log, l -> new TableFiles());
        }
        return files.at(log, version, spark.sessionState().newHadoopConf());
    }

    private synchronized Collection<AddFile> at(DeltaLog log, long wanted, Configuration configuration) {
        if (wanted < version) {
            version = -1;
            live = new TreeMap<>();
        }
        if (wanted - version > MANY_COMMITS || !follow(log, wanted, configuration)) {
            SortedMap<String, AddFile> files = new TreeMap<>();
            log.getSnapshotAt(wanted, Option.empty(), Option.empty())
                    .allFiles()
                    .collectAsList()
                    .forEach(file -> files.put(file.path(), file));
            live = files;
            version = wanted;
        }
        return live.values();
    }

    /** Goes on to a later version; false when a commit on the way is gone from the log. */
    private boolean follow(DeltaLog log, long wanted, Configuration configuration) {
        SortedMap<String, AddFile> files = new TreeMap<>(live);
        for (long next = version + 1; next <= wanted; next++) {
            Path commit = new Path(log.logPath(), String.format(Locale.ROOT, "%020d.json", next));
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(commit.getFileSystem(configuration).open(commit), StandardCharsets.UTF_8))) {
                lines.lines()
                        .filter(line -> line.startsWith("{\"add\"") || line.startsWith("{\"remove\""))
                        .forEach(line -> follow(Action.fromJson(line), files));
            } catch (FileNotFoundException e) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        live = files;
        version = wanted;
        return true;
    }

    private static void follow(Action action, Map<String, AddFile> files) {
        if (action instanceof AddFile add) {
            files.put(add.path(), add);
        } else if (action instanceof RemoveFile remove) {
            files.remove(remove.path());
        }
    }
}
