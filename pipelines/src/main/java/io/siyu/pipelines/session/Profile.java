package io.siyu.pipelines.session;

import io.siyu.warehouse.Problems;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Spark settings for the size of the data; measured in {@code bin/siyu bench engine}. */
public enum Profile {
    /**
     * So few rows that compiling expressions to bytecode costs more than it saves: they are interpreted, by one task, since
     * of a task's time little goes to rows. Steps beside each other use the cores.
     */
    TINY(
            64L << 20,
            4L << 20,
            Map.of(
                    "spark.sql.codegen.factoryMode", "NO_CODEGEN",
                    "spark.default.parallelism", "1",
                    "spark.sql.shuffle.partitions", "1",
                    "spark.sql.leafNodeDefaultParallelism", "1",
                    "spark.sql.files.minPartitionNum", "1",
                    "spark.databricks.delta.snapshotPartitions", "1"),
            Plans.SHORT),
    /**
     * Up to a few GiB on one machine: a night costs commits, not rows, so small plans are kept small. Delta's default of
     * 50 snapshot partitions alone doubles every step.
     */
    SMALL(4L << 30, 128L << 20, Map.of("spark.sql.codegen.cache.maxEntries", Plans.CLASSES), Plans.SHORT),
    /** More than that, or a cluster: Spark's adaptive defaults. */
    LARGE(
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Map.of(
                    "spark.databricks.delta.snapshotPartitions", "16",
                    "spark.sql.adaptive.enabled", "true",
                    "spark.sql.codegen.cache.maxEntries", Plans.CLASSES),
            Map.of());

    /** Settings for plans that take milliseconds; to tell of one in full takes as long as to make it. */
    private static final class Plans {
        /** A night compiles thousands of expressions; Spark would keep a hundred, and the JVM compile what comes again anew. */
        static final String CLASSES = "20000";

        static final Map<String, String> SHORT = Map.of(
                "spark.databricks.delta.snapshotPartitions", "2",
                "spark.sql.shuffle.partitions", "2",
                "spark.default.parallelism", "2",
                "spark.sql.adaptive.enabled", "false",
                "spark.sql.codegen.wholeStage", "false",
                "spark.sql.sources.parallelPartitionDiscovery.parallelism", "2",
                "spark.rdd.compress", "false",
                "spark.shuffle.compress", "false",
                "spark.broadcast.compress", "false",
                "spark.sql.ui.explainMode", "simple");
    }

    private final long upToBytes;
    private final long ofStep;
    private final Map<String, String> settings;

    Profile(long upToBytes, long ofStep, Map<String, String> own, Map<String, String> shared) {
        this.upToBytes = upToBytes;
        this.ofStep = ofStep;
        Map<String, String> all = new TreeMap<>(shared);
        all.putAll(own);
        this.settings = Collections.unmodifiableMap(all);
    }

    public Map<String, String> settings() {
        return settings;
    }

    /** The profile for this many bytes, landed and stored. */
    public static Profile forBytes(long bytes) {
        return Arrays.stream(values())
                .filter(p -> bytes <= p.upToBytes)
                .findFirst()
                .orElse(LARGE);
    }

    /** The profile for a step that reads files of so many bytes, stored as columns. */
    static Profile forStep(long bytes) {
        return Arrays.stream(values())
                .filter(p -> bytes <= p.ofStep)
                .findFirst()
                .orElse(LARGE);
    }

    /** The profile with this name, as written in {@code siyu.yml}. */
    public static Profile named(String name) {
        return Arrays.stream(values())
                .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.invalid("setting", "profile", "'" + name + "'", "tiny, small or large"));
    }
}
