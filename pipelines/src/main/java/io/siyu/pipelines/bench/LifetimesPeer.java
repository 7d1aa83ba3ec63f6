package io.siyu.pipelines.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * lifetimes, the library that most use for the value of customers, in a Python environment of its own that is made on first use. It is
 * helped by what its users may know: its fits are on counted histories, by whole weeks, with its weights.
 */
public final class LifetimesPeer implements ValuePeer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PeerPython python;
    private final Duration atMost;

    /**
     * @param folder where the environment is, or is made
     * @param atMost it is stopped when it takes longer
     */
    public LifetimesPeer(Path folder, Duration atMost) {
        this.python = new PeerPython(folder, "lifetimes");
        this.atMost = atMost;
    }

    @Override
    public Measured value(Path purchases, LocalDate today, Path out) throws IOException {
        PeerPython.Told told = python.run(
                List.of(
                        purchases.toAbsolutePath().toString(),
                        today.toString(),
                        out.toAbsolutePath().toString()),
                atMost);
        List<Part> parts = new ArrayList<>();
        List<Model> models = new ArrayList<>();
        long peak = 0;
        for (String line : told.out().lines().toList()) {
            JsonNode said = JSON.readTree(line);
            peak = said.path("peak_mb").asLong();
            if (said.has("part")) {
                parts.add(new Part(
                        said.path("part").asText(),
                        said.path("rows").asLong(),
                        said.path("seconds").asDouble(),
                        said.has("cells")
                                ? "%,d cells, %,d of spend"
                                        .formatted(
                                                said.path("cells").asLong(),
                                                said.path("spends").asLong())
                                : ""));
            } else {
                models.add(new Model(
                        said.path("model").asText(),
                        said.path("fit").asDouble(Double.NaN),
                        said.path("score").asDouble(Double.NaN),
                        said.path("days").asDouble(Double.NaN)));
            }
        }
        return new Measured("lifetimes 0.11.3", parts, models, peak, told.isStopped() ? atMost : Duration.ZERO);
    }
}
