package io.siyu.pipelines.score;

import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The truth of a generated world, {@code truth.<name>} for each {@code truth_<name>.csv}; every column is text. It is handed
 * to a score's query as rows and stands in no catalogue, so that no step of a pipeline can name it.
 */
public final class Truth implements AutoCloseable {
    private static final String PREFIX = "truth_";

    private final Map<String, Dataset<Row>> rows;

    private Truth(Map<String, Dataset<Row>> rows) {
        this.rows = rows;
    }

    /** Reads a folder as {@code bin/siyu sample} wrote it. */
    public static Truth read(SparkSession spark, Path folder) {
        Map<String, Dataset<Row>> rows = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> name(file).matches(PREFIX + "[a-z_]+\\.csv"))
                        .forEach(file -> rows.put(
                                "truth." + name(file).replaceAll("^" + PREFIX + "|\\.csv$", ""), csv(spark, file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (rows.isEmpty()) {
            throw Problems.cannot(
                    "score against " + Words.path(folder),
                    "it holds no truth_*.csv",
                    "Name the folder that bin/siyu sample wrote the truth to, <landing>-truth unless told otherwise");
        }
        return new Truth(rows);
    }

    /** Rows by the name a query knows them by. */
    public Map<String, Dataset<Row>> rows() {
        return Map.copyOf(rows);
    }

    /** The same rows, each file read once for all scores: kept in memory, or on disk, until closed. */
    public Truth kept() {
        rows.values().forEach(file -> file.persist(StorageLevel.MEMORY_AND_DISK()));
        return this;
    }

    @Override
    public void close() {
        rows.values().forEach(Dataset::unpersist);
    }

    private static Dataset<Row> csv(SparkSession spark, Path file) {
        return spark.read()
                .option("header", true)
                .option("multiLine", true)
                .option("escape", "\"")
                .csv(file.toUri().toString());
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
