package io.siyu.pipelines.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * ChannelAttribution, the library that most use for Markov attribution, in a Python environment of its own that is made on first
 * use. It simulates journeys; ours are solved.
 */
public final class AttributionPeer {
    private static final String VERSION = "2.2.5";

    /**
     * What it took.
     *
     * @param reading least seconds that a round took to read the file
     * @param modelling least seconds that a round took to run the model
     * @param conversions credited to each channel
     */
    public record Measured(
            String name, double reading, double modelling, long peakMegabytes, Map<String, Double> conversions) {}

    private final PeerPython python;

    /** @param folder where the environment is, or is made */
    public AttributionPeer(Path folder) {
        this.python = new PeerPython(folder, "channel_attribution");
    }

    /** Its Markov model of order 1 on a file of counted paths, so many times one after the other in one process. */
    public Measured markov(Path file, int rounds) throws IOException {
        JsonNode told = python.answer(List.of(file.toAbsolutePath().toString(), String.valueOf(rounds)));
        Map<String, Double> conversions = new TreeMap<>();
        told.path("conversions")
                .fields()
                .forEachRemaining(e -> conversions.put(e.getKey(), e.getValue().asDouble()));
        return new Measured(
                "ChannelAttribution " + VERSION,
                told.path("read_seconds").asDouble(),
                told.path("model_seconds").asDouble(),
                told.path("peak_mb").asLong(),
                conversions);
    }
}
