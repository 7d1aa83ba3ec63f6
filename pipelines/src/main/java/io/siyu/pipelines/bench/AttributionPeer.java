package io.siyu.pipelines.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * ChannelAttribution, the library that most use for Markov attribution, in a Python environment of its own that is made on first
 * use. It simulates journeys; ours are solved.
 */
public final class AttributionPeer {
    private static final String VERSION = "2.2.5";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What it took.
     *
     * @param seconds to read the file and to run the model
     * @param conversions credited to each channel
     */
    public record Measured(String name, double seconds, long peakMegabytes, Map<String, Double> conversions) {}

    private final Path folder;

    /** @param folder where the environment is, or is made */
    public AttributionPeer(Path folder) {
        this.folder = folder;
    }

    /** Its Markov model of order 1 on a file of counted paths. */
    public Measured markov(Path file) throws IOException {
        JsonNode told = JSON.readTree(run(List.of(
                python().toString(), script().toString(), file.toAbsolutePath().toString())));
        Map<String, Double> conversions = new TreeMap<>();
        told.path("conversions")
                .fields()
                .forEachRemaining(e -> conversions.put(e.getKey(), e.getValue().asDouble()));
        return new Measured(
                "ChannelAttribution " + VERSION,
                told.path("seconds").asDouble(),
                told.path("peak_mb").asLong(),
                conversions);
    }

    private Path python() throws IOException {
        Path python = folder.resolve("python").resolve("bin").resolve("python");
        Path done = folder.resolve("python").resolve("channelattribution-" + VERSION);
        if (!Files.exists(done)) {
            run(List.of("python3", "-m", "venv", folder.resolve("python").toString()));
            run(List.of(python.toString(), "-m", "pip", "install", "-q", "channelattribution==" + VERSION, "pandas"));
            Files.createFile(done);
        }
        return python;
    }

    private Path script() throws IOException {
        Path script = folder.resolve("channel_attribution.py");
        try (InputStream in = AttributionPeer.class.getResourceAsStream("channel_attribution.py")) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        return script;
    }

    private String run(List<String> command) throws IOException {
        Files.createDirectories(folder);
        Path log = folder.resolve("peer.log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw Problems.failed(
                        "measure the peer",
                        String.join(" ", command) + " ended with " + process.exitValue() + ", see " + log,
                        "Our own figures stand above; run with --no-peer, or mend the environment in " + folder,
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the peer ran", e);
        }
        return told;
    }
}
