package io.siyu.pipelines.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** A library that values customers, measured beside us on the same file. */
@FunctionalInterface
public interface ValuePeer {
    /**
     * Reads purchases, fits, values every customer and writes what it found.
     *
     * @param purchases folder of Parquet files, {@code customer BIGINT, day DATE, amount BIGINT}
     * @param today the last day that is seen
     * @param out the file that it writes
     */
    Measured value(Path purchases, LocalDate today, Path out) throws IOException;

    /**
     * A part of the work that all its models need.
     *
     * @param note what came of it
     */
    record Part(String name, long rows, double seconds, String note) {}

    /**
     * One of its models of orders.
     *
     * @param fit seconds; NaN when it found no fit
     * @param score seconds to value all customers and to write them
     * @param days purchase days expected of all of them within 365 days
     */
    record Model(String name, double fit, double score, double days) {}

    /**
     * What it took.
     *
     * @param models those that were done before its time was up, in its order
     * @param peakMegabytes resident
     * @param stoppedAfter zero when it was not stopped
     */
    record Measured(String name, List<Part> parts, List<Model> models, long peakMegabytes, Duration stoppedAfter) {
        public Measured {
            parts = List.copyOf(parts);
            models = List.copyOf(models);
        }

        /** Seconds of all parts, to which those of a model come. */
        double shared() {
            return parts.stream().mapToDouble(Part::seconds).sum();
        }
    }
}
