package io.siyu.pipelines.session;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** The one place that makes a Spark session. */
public final class Sessions {
    private Sessions() {}

    /**
     * A session for nights, or the one that is already open in this JVM.
     *
     * @param profile settings chosen by the size of the data
     * @param more the retailer's own Spark settings; they win
     */
    public static SparkSession open(Profile profile, Map<String, String> more) {
        SparkSession.Builder builder = SparkSession.builder().appName("siyu");
        if (isAlone()) {
            builder.master("local[*]")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1");
        }
        own(profile).forEach(builder::config);
        builder.config(StepSettings.PROFILE, profile.name().toLowerCase(Locale.ROOT));
        more.forEach(builder::config);
        SparkSession spark = builder.getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        return spark;
    }

    /** What a session has of its profile and of us, before the retailer's. */
    static Map<String, String> own(Profile profile) {
        Map<String, String> own = new TreeMap<>();
        if (isAlone()) {
            own.putAll(alone(Runtime.getRuntime().availableProcessors()));
        }
        own.putAll(fixed());
        own.putAll(profile.settings());
        return own;
    }

    /** Whether this process is the whole of Spark; {@code spark-submit} names a master. */
    private static boolean isAlone() {
        return System.getProperty("spark.master") == null;
    }

    /**
     * Settings of one machine: with Spark's 200 partitions for a shuffle, and a file for each of them in each task, a step over
     * a few rows of many files opens tens of thousands.
     */
    private static Map<String, String> alone(int cores) {
        return Map.of(
                "spark.sql.shuffle.partitions", String.valueOf(4 * cores),
                "spark.shuffle.sort.bypassMergeThreshold", String.valueOf(2 * cores));
    }

    /** Settings that results depend on, or that Delta needs; the same on every machine. */
    private static Map<String, String> fixed() {
        return Map.ofEntries(
                Map.entry("spark.sql.session.timeZone", "Asia/Shanghai"),
                Map.entry("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension"),
                Map.entry("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog"),
                Map.entry("spark.sql.legacy.timeParserPolicy", "CORRECTED"),
                Map.entry("spark.sql.ansi.enabled", "false"),
                Map.entry("spark.databricks.delta.properties.defaults.enableDeletionVectors", "false"),
                Map.entry("spark.databricks.delta.retentionDurationCheck.enabled", "false"),
                // A table that is built and has no rows still says so in a commit: else it is built anew every night.
                Map.entry("spark.databricks.delta.skipRecordingEmptyCommits", "false"),
                // Without its native library Hadoop starts a process for each file it makes (chmod) or renames
                // (readlink), some twenty a commit; these three reach local disks by Java alone.
                Map.entry("spark.hadoop.fs.file.impl", "com.globalmentor.apache.hadoop.fs.BareLocalFileSystem"),
                Map.entry("spark.delta.logStore.file.impl", "io.delta.storage.LocalLogStore"),
                Map.entry(
                        "spark.sql.streaming.checkpointFileManagerClass",
                        "org.apache.spark.sql.execution.streaming.FileSystemBasedCheckpointFileManager"),
                // Delta would rebuild its state after each commit to check the list of files it keeps beside it, as
                // it does in every time zone but UTC; nothing reads that list.
                Map.entry("spark.databricks.delta.allFilesInCrc.enabled", "false"),
                // Row hashes over many columns make Spark infer constraints by the hundred thousand: a night wants
                // none.
                Map.entry("spark.sql.constraintPropagation.enabled", "false"),
                // Rows kept for a step live for seconds: to look for the best encoding of each column costs a fifth of
                // landing a big file.
                Map.entry("spark.sql.inMemoryColumnarStorage.compressed", "false"),
                Map.entry("spark.sql.sources.default", "delta"),
                Map.entry("spark.scheduler.mode", "FAIR"),
                Map.entry("spark.ui.enabled", "false"));
    }
}
