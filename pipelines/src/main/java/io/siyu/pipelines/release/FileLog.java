package io.siyu.pipelines.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.warehouse.Problems;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * Which Parquet files make up which version of a Delta table. Files are named relative to the table, as they are called on
 * disk.
 */
record FileLog(String table, String path) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The newest version; -1 when there is no table. */
    long newest(SparkSession spark) {
        return DeltaLog.forTable(spark, path)
                .update(false, Option.empty(), Option.empty())
                .version();
    }

    StructType schema(SparkSession spark, long version) {
        return at(spark, version).schema();
    }

    /** The files of one version; one Spark job. */
    TreeSet<String> files(SparkSession spark, long version) {
        TreeSet<String> files = new TreeSet<>();
        at(spark, version)
                .allFiles()
                .select("path")
                .coalesce(1)
                .collectAsList()
                .forEach(row -> files.add(onDisk(row.getString(0))));
        return files;
    }

    /** The files of any of these versions: one Spark job for the oldest, then the log's commits one by one. */
    TreeSet<String> files(SparkSession spark, SortedSet<Long> versions) {
        Configuration configuration = spark.sessionState().newHadoopConf();
        Set<String> live = files(spark, versions.first());
        TreeSet<String> held = new TreeSet<>(live);
        for (long version = versions.first() + 1; version <= versions.last(); version++) {
            follow(version, live, configuration);
            if (versions.contains(version)) {
                held.addAll(live);
            }
        }
        return held;
    }

    private Snapshot at(SparkSession spark, long version) {
        DeltaLog log = DeltaLog.forTable(spark, path);
        log.update(false, Option.empty(), Option.empty());
        return log.getSnapshotAt(version, Option.empty(), Option.empty());
    }

    /** Turns the files of the version before into those of this version. */
    private void follow(long version, Set<String> live, Configuration configuration) {
        Path commit = new Path(path, "_delta_log/" + String.format(Locale.ROOT, "%020d.json", version));
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(commit.getFileSystem(configuration).open(commit), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{\"add\"")) {
                    live.add(file(line, "add"));
                } else if (line.startsWith("{\"remove\"")) {
                    live.remove(file(line, "remove"));
                }
            }
        } catch (FileNotFoundException e) {
            throw Problems.failed(
                    "vacuum " + table,
                    "commit " + version + " of its log is gone, so nobody can say which files are pinned",
                    "Nothing of it was removed. Keep fewer releases, none older than that commit",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String line, String action) throws IOException {
        JsonNode node = JSON.readTree(line).get(action);
        return onDisk(node.get("path").asText());
    }

    /** The log writes paths as URIs. */
    private static String onDisk(String logged) {
        return new Path(URI.create(logged)).toString();
    }
}
