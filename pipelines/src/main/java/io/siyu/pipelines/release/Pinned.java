package io.siyu.pipelines.release;

import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.TableFiles;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Reads tables exactly as a release pins them. */
public record Pinned(Lake lake, Release release) {

    /** The rows of a table in this release; every file of it is there. */
    public Dataset<Row> rows(SparkSession spark, String table) {
        long version = version(table);
        checkFiles(spark, table);
        return lake.rows(spark, table, version);
    }

    /** The same rows for who reads all of them. */
    public Dataset<Row> whole(SparkSession spark, String table) {
        long version = version(table);
        checkFiles(spark, table);
        return lake.whole(spark, table, version);
    }

    /** The columns of a table in this release, as they were then. */
    public StructType schema(SparkSession spark, String table) {
        return lake.schema(spark, table, version(table));
    }

    /** Full paths of the Parquet files that make up a table in this release, sorted; each is there. */
    TreeSet<Path> files(SparkSession spark, String table) {
        checkFiles(spark, table);
        return held(spark, table).stream()
                .map(file -> new Path(lake.path(table), file))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void checkFiles(SparkSession spark, String table) {
        Configuration configuration = spark.sessionState().newHadoopConf();
        Optional<String> gone = held(spark, table).stream()
                .filter(file -> isGone(new Path(lake.path(table), file), configuration))
                .findFirst();
        if (gone.isPresent()) {
            throw unreadable(table, "its file " + gone.get() + " is gone");
        }
    }

    private List<String> held(SparkSession spark, String table) {
        return TableFiles.paths(spark, lake.path(table), version(table));
    }

    private long version(String table) {
        if (!release.kept()) {
            throw unreadable(table, "vacuum has removed files of this release");
        }
        Long version = release.versions().get(table);
        if (version == null) {
            throw Problems.cannot(
                    "read " + table + " of " + release.id(),
                    "the release has no such table"
                            + Words.didYouMean(table, release.versions().keySet()),
                    "It has " + Words.list(release.versions().keySet()));
        }
        return version;
    }

    private RuntimeException unreadable(String table, String reason) {
        return Problems.failed(
                "read " + table + " of " + release.id(),
                reason,
                "Other releases are as they were. See those that can be read: bin/siyu releases",
                null);
    }

    private static boolean isGone(Path file, Configuration configuration) {
        try {
            return !file.getFileSystem(configuration).exists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
