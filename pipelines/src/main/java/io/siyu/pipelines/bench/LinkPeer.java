package io.siyu.pipelines.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Splink on DuckDB, the library that most use for probabilistic linkage, in a Python environment of its own that is made on first
 * use; set up as its own documentation's example for a file of so many people is.
 */
public final class LinkPeer {
    /**
     * What it took to read, train, predict, cluster and write, its start left out.
     *
     * @param cpu seconds of all its threads
     * @param pairs found by its blocking rules
     * @param threshold at which its example clusters
     * @param clusters files of {@code record_id, cluster_id} by threshold
     */
    public record Measured(
            String name,
            double seconds,
            double cpu,
            String parts,
            long peakMegabytes,
            long pairs,
            double threshold,
            Map<Double, Path> clusters) {}

    private final Path folder;
    private final PeerPython python;

    /** @param folder where the environment is, or is made */
    public LinkPeer(Path folder) {
        this.folder = folder;
        this.python = new PeerPython(folder, "splink_link");
    }

    /** Makes the environment, unless it is there. */
    void install() throws IOException {
        python.python();
    }

    /** Links a file of people as {@link LinkWorld} writes it. */
    Measured link(Path file) throws IOException {
        Path out = folder.resolve("splink-clusters").toAbsolutePath();
        JsonNode told = python.answer(List.of(file.toAbsolutePath().toString(), out.toString()));
        Map<Double, Path> clusters = new TreeMap<>();
        told.path("thresholds").forEach(at -> clusters.put(at.asDouble(), Path.of(out + "-" + at.asDouble() + ".csv")));
        return new Measured(
                "Splink " + python.version("splink") + " on DuckDB " + python.version("duckdb"),
                told.path("seconds").asDouble(),
                told.path("cpu_seconds").asDouble(),
                "train %.1f s, predict %.1f s, cluster and write %.1f s"
                        .formatted(
                                told.path("train_seconds").asDouble(),
                                told.path("predict_seconds").asDouble(),
                                told.path("cluster_seconds").asDouble()),
                told.path("peak_mb").asLong(),
                told.path("pairs").asLong(),
                told.path("threshold").asDouble(),
                clusters);
    }
}
