package io.siyu.pipelines.cli;

import io.siyu.pipelines.session.Profile;
import io.siyu.pipelines.session.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;

/** A session for files that belong to no installation. */
final class LinkSession {
    /** A record is written into as many blocks as it has keys, and compared in each of them. */
    private static final long BLOCKED = 64;

    private LinkSession() {}

    /** @param input its size chooses the profile */
    static SparkSession open(Path input) {
        try {
            long bytes = Files.isRegularFile(input) ? Files.size(input) : 0;
            String cores = Integer.toString(Math.max(2, Runtime.getRuntime().availableProcessors()));
            Path aside = Files.createTempDirectory("siyu-link");
            FileUtils.forceDeleteOnExit(aside.toFile());
            return Sessions.open(
                    Profile.forBytes(BLOCKED * bytes),
                    Map.of(
                            "spark.sql.shuffle.partitions",
                            cores,
                            "spark.sql.warehouse.dir",
                            aside.toString(),
                            // Groups are collected by component: with the 128 that Spark would hash, all are sorted.
                            "spark.sql.objectHashAggregate.sortBased.fallbackThreshold",
                            "200000"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
