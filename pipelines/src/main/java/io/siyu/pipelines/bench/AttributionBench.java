package io.siyu.pipelines.bench;

import io.siyu.pipelines.attribution.Credits;
import io.siyu.pipelines.attribution.Markov;
import io.siyu.pipelines.attribution.Model;
import io.siyu.pipelines.attribution.Models;
import io.siyu.pipelines.attribution.Paths;
import io.siyu.pipelines.attribution.file.PathFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What attribution costs: counting journeys, all models on the counted paths, growth with paths and with channels; and Markov
 * beside a peer that many use, on the same file.
 */
public final class AttributionBench {
    private static final long SEED = 20261120;
    private static final int CHANNELS = 12;
    private static final List<Integer> GROWTH = List.of(6, 12, 24, 48);
    private static final Map<String, Model> MODELS = Models.of(new Models.Choices(1, 0.4, 0.4, 1, "direct", 1_000, 1));

    private static final PathFile.Columns NAMED =
            new PathFile.Columns(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Path folder;
    private final PrintStream out;
    private final Optional<AttributionPeer> peer;

    /**
     * @param folder for the files of paths
     * @param peer measured too, if there
     */
    public AttributionBench(Path folder, PrintStream out, Optional<AttributionPeer> peer) {
        this.folder = folder;
        this.out = out;
        this.peer = peer;
    }

    /** Measures with so many journeys, and how the work grows with channels. */
    public void run(List<Long> journeys) throws IOException {
        Stopwatch watch = new Stopwatch(out);
        for (long count : journeys) {
            Paths paths = counted(watch, count, CHANNELS);
            MODELS.forEach((name, model) -> timed(watch, name, paths, model));
            for (int order = 2; order <= 4; order++) {
                timed(watch, "markov of order " + order, paths, new Markov(order));
            }
            beside(watch, paths, count);
        }
        for (int channels : GROWTH) {
            Paths paths = counted(watch, journeys.get(0), channels);
            for (String name : List.of("markov", "shapley", "shapley-rate", "leave-one-out")) {
                timed(watch, name + ", " + channels + " channels", paths, Objects.requireNonNull(MODELS.get(name)));
            }
        }
    }

    private static Paths counted(Stopwatch watch, long journeys, int channels) {
        Paths[] counted = new Paths[1];
        watch.time("journeys drawn and counted, %d channels".formatted(channels), () -> {
            counted[0] = new JourneyWorld(channels).counted(journeys, SEED);
            return new Stopwatch.Work(
                    journeys,
                    "%,d distinct paths".formatted(counted[0].counted().size()));
        });
        return counted[0];
    }

    private static void timed(Stopwatch watch, String part, Paths paths, Model model) {
        watch.time("  " + part, () -> {
            Credits credits = model.of(paths);
            return new Stopwatch.Work(paths.counted().size(), "%,.2f credited".formatted(sum(credits.value())));
        });
    }

    private void beside(Stopwatch watch, Paths paths, long journeys) throws IOException {
        if (peer.isEmpty()) {
            return;
        }
        Path file = folder.resolve("paths-" + journeys + ".csv");
        JourneyWorld.write(paths, file);
        Credits[] own = new Credits[1];
        double seconds = watch.time("  file read, markov", () -> {
            Paths read = PathFile.read(file, NAMED, ">").paths();
            own[0] = new Markov(1).of(read);
            return new Stopwatch.Work(read.counted().size(), "as the peer: the same file");
        });
        AttributionPeer.Measured theirs = peer.get().markov(file);
        out.printf(
                "  %-42s %,12d %10.1f %,9d  %s%n",
                theirs.name(),
                paths.counted().size(),
                theirs.seconds(),
                theirs.peakMegabytes(),
                "resident, in its own process");
        out.printf(
                "  Markov of order 1: the peer takes %.1f times as long; largest difference of a channel's conversions %.3f %%.%n",
                theirs.seconds() / Math.max(seconds, 1e-3), 100 * difference(own[0], theirs));
    }

    private static double difference(Credits own, AttributionPeer.Measured theirs) {
        double largest = 0;
        for (String channel : own.channels()) {
            double ours = own.conversions(channel);
            largest = Math.max(
                    largest, Math.abs(theirs.conversions().getOrDefault(channel, 0.0) - ours) / Math.max(ours, 1));
        }
        return largest;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
