package io.siyu.pipelines.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Python library for the value of customers, in an environment of its own that is made on first use; a script of ours asks it. */
public final class PythonValuePeer implements ValuePeer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PeerPython python;
    private final String library;
    private final Duration atMost;

    private PythonValuePeer(Path folder, String script, String library, Duration atMost) {
        this.python = new PeerPython(folder.resolve(script), script);
        this.library = library;
        this.atMost = atMost;
    }

    /**
     * lifetimes, the one that most use. It is helped by what its users may know: its fits are on counted histories, by whole
     * weeks, with its weights.
     *
     * @param folder where its environment is, or is made
     * @param atMost it is stopped when it takes longer
     */
    public static ValuePeer lifetimes(Path folder, Duration atMost) {
        return new PythonValuePeer(folder, "lifetimes", "Lifetimes", atMost);
    }

    /**
     * PyMC-Marketing, by maximum a posteriori, the fastest of its ways; it knows no weights, so a history is a customer.
     *
     * @param folder where its environment is, or is made
     * @param atMost it is stopped when it takes longer
     */
    public static ValuePeer pymcMarketing(Path folder, Duration atMost) {
        return new PythonValuePeer(folder, "pymc_marketing", "pymc-marketing", atMost);
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
        return new Measured(
                library.toLowerCase(Locale.ROOT) + " " + python.version(library),
                parts,
                models,
                peak,
                told.isStopped() ? atMost : Duration.ZERO);
    }
}
