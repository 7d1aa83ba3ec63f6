package io.siyu.pipelines.session;

import io.siyu.warehouse.Problems;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Spark settings for the size of the data; measured in {@code bin/siyu bench engine}. */
public enum Profile {
    /**
     * Up to a few GiB on one machine: a night costs commits, not rows, so small plans are kept small. Delta's default of
     * 50 snapshot partitions alone doubles every step.
     */
    SMALL(Map.of(
            "spark.databricks.delta.snapshotPartitions", "2",
            "spark.sql.shuffle.partitions", "2",
            "spark.default.parallelism", "2",
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.sources.parallelPartitionDiscovery.parallelism", "2",
            "spark.rdd.compress", "false",
            "spark.shuffle.compress", "false",
            "spark.broadcast.compress", "false")),
    /** More than that, or a cluster: Spark's adaptive defaults. */
    LARGE(Map.of(
            "spark.databricks.delta.snapshotPartitions", "16",
            "spark.sql.adaptive.enabled", "true"));

    /** Landed and stored bytes above which {@link #LARGE} pays. */
    private static final long SMALL_UP_TO_BYTES = 4L << 30;

    private final Map<String, String> settings;

    Profile(Map<String, String> settings) {
        this.settings = settings;
    }

    public Map<String, String> settings() {
        return settings;
    }

    /** The profile for this many bytes of data. */
    public static Profile forBytes(long bytes) {
        return bytes <= SMALL_UP_TO_BYTES ? SMALL : LARGE;
    }

    /** The profile with this name, as written in {@code siyu.yml}. */
    public static Profile named(String name) {
        return Arrays.stream(values())
                .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.invalid("setting", "profile", "'" + name + "'", "small or large"));
    }
}
