package io.siyu.pipelines.bench;

import io.siyu.pipelines.attribution.CountedPath;
import io.siyu.pipelines.attribution.PathCounter;
import io.siyu.pipelines.attribution.Paths;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Journeys for measurements: one touch to eight, one more with a chance of 0.55; a channel as likely as the inverse of its place,
 * and the same again with a chance of 0.2. Three of a hundred convert, for 50 to 500 yuan.
 */
final class JourneyWorld {
    private static final int LONGEST = 8;
    private static final double ONE_MORE = 0.55;
    private static final double AGAIN = 0.2;
    private static final double CONVERTS = 0.03;

    private final List<String> names = new ArrayList<>();
    private final double[] upTo;

    /** @param channels how many there are */
    JourneyWorld(int channels) {
        this.upTo = new double[channels];
        double sum = 0;
        for (int i = 0; i < channels; i++) {
            names.add("c%03d".formatted(i));
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
    }

    /** Counts so many journeys, drawn from a seed. */
    Paths counted(long journeys, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PathCounter counter = new PathCounter();
        for (long j = 0; j < journeys; j++) {
            List<String> touches = new ArrayList<>();
            do {
                boolean again = !touches.isEmpty() && random.nextDouble() < AGAIN;
                touches.add(again ? touches.get(touches.size() - 1) : channel(random));
            } while (touches.size() < LONGEST && random.nextDouble() < ONE_MORE);
            boolean converts = random.nextDouble() < CONVERTS;
            BigDecimal value = converts ? BigDecimal.valueOf(random.nextLong(5_000, 50_001), 2) : BigDecimal.ZERO;
            counter.add(touches, converts ? 1 : 0, value, converts ? 0 : 1);
        }
        return counter.paths();
    }

    /** Writes counted paths as a file that {@code bin/siyu attribution} and its peers read. */
    static void write(Paths paths, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("path,conversions,value,nulls\n");
            for (CountedPath path : paths.counted()) {
                out.write(String.join(" > ", path.touches())
                        + ','
                        + path.conversions()
                        + ','
                        + path.value().toPlainString()
                        + ','
                        + path.nulls()
                        + '\n');
            }
        }
    }

    private String channel(SplittableRandom random) {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int i = 0;
        while (upTo[i] < at) {
            i++;
        }
        return names.get(i);
    }
}
