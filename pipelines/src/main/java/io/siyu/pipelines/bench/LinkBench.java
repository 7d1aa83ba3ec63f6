package io.siyu.pipelines.bench;

import static org.apache.spark.sql.functions.col;

import com.sun.management.OperatingSystemMXBean;
import io.siyu.pipelines.identity.link.AutoSpec;
import io.siyu.pipelines.identity.link.Evaluation;
import io.siyu.pipelines.identity.link.Link;
import io.siyu.pipelines.identity.link.LinkSpec;
import io.siyu.pipelines.identity.link.Linked;
import io.siyu.pipelines.identity.link.RowFiles;
import io.siyu.warehouse.SiyuException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What it costs to link a file of people end to end, as {@code bin/siyu identity link} does with the spec that it chooses itself;
 * and a peer beside it, on the same file. Both are held to the truth of the file.
 */
public final class LinkBench {
    private static final long SEED = 20261120;

    private final Function<Path, SparkSession> session;
    private final Path folder;
    private final PrintStream out;
    private final Optional<LinkPeer> peer;

    /**
     * @param session as a command opens it for a file
     * @param folder for the file of people, its truth and what was found
     * @param peer measured too, if there
     */
    public LinkBench(Function<Path, SparkSession> session, Path folder, PrintStream out, Optional<LinkPeer> peer) {
        this.session = session;
        this.folder = folder;
        this.out = out;
        this.peer = peer;
    }

    /** Measures with so many records. A peer that cannot be installed is told of and left out. */
    public void run(int records) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("people-" + records + ".csv");
        Path truth = folder.resolve("people-" + records + "-truth.csv");
        new LinkWorld(records, SEED).write(file, truth);
        boolean beside = peer.isPresent() && installed(peer.get());
        Stopwatch watch = new Stopwatch(out);
        double[] cpu = new double[1];
        Path found = folder.resolve("clusters-" + records + ".csv");
        double seconds = watch.time("a file of people linked, end to end", () -> {
            double from = cpu();
            Parts parts = new Parts();
            long pairs = linked(file, found, parts).pairs().count();
            cpu[0] = cpu() - from;
            return new Stopwatch.Work(
                    records, "%,d pairs compared; %.1f s of all cores; %s".formatted(pairs, cpu[0], parts.text()));
        });
        Evaluation ours = evaluated(found, "record_id", "cluster", truth);
        out.printf("  %s%n", told(ours));
        if (beside) {
            LinkPeer.Measured theirs = peer.get().link(file);
            double best = beside(theirs, truth, records);
            out.printf(
                    "%,d records: %.1f s, the peer takes %.1f times as long and %.1f times the work of all cores; F1 over pairs %.4f,"
                            + " the peer's best of %d thresholds %.4f.%n",
                    records,
                    seconds,
                    theirs.seconds() / seconds,
                    theirs.cpu() / cpu[0],
                    ours.f1(),
                    theirs.clusters().size(),
                    best);
        }
    }

    /** Seconds that all threads of this JVM have worked. */
    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private Linked linked(Path file, Path found, Parts parts) {
        Dataset<Row> rows = RowFiles.read(session.apply(file), file);
        LinkSpec spec = AutoSpec.of(rows, 1).spec();
        parts.done("spec");
        Linked linked = new Link(spec, text -> parts.done("blocks counted")).run(rows, Optional.empty());
        parts.done("pairs compared and weighed");
        RowFiles.write(linked.clusters().orderBy("cluster", "id").toDF(spec.id(), "cluster"), found);
        parts.done("clusters written");
        return linked;
    }

    /** What was done when, one after the other. */
    private static final class Parts {
        private final Map<String, Double> seconds = new LinkedHashMap<>();
        private long from = System.nanoTime();

        /** Ends a part. One that ends again was its first end: what follows is the next part's. */
        void done(String part) {
            if (!seconds.containsKey(part)) {
                long now = System.nanoTime();
                seconds.put(part, (now - from) / 1e9);
                from = now;
            }
        }

        String text() {
            return seconds.entrySet().stream()
                    .map(part -> "%s %.1f s".formatted(part.getKey(), part.getValue()))
                    .collect(Collectors.joining(", "));
        }
    }

    private boolean installed(LinkPeer some) {
        try {
            some.install();
            return true;
        } catch (SiyuException | IOException e) {
            out.println("Without the peer: " + e.getMessage());
            return false;
        }
    }

    private double beside(LinkPeer.Measured theirs, Path truth, int records) {
        out.printf(
                "%-44s %,12d %10.1f %,9d  %s%n",
                theirs.name(),
                records,
                theirs.seconds(),
                theirs.peakMegabytes(),
                "%,d pairs compared; %.1f s of all cores; %s; memory is resident, of its own process"
                        .formatted(theirs.pairs(), theirs.cpu(), theirs.parts()));
        double best = 0;
        for (Map.Entry<Double, Path> at : theirs.clusters().entrySet()) {
            Evaluation one = evaluated(at.getValue(), "record_id", "cluster_id", truth);
            best = Math.max(best, one.f1());
            out.printf(
                    "  at %.2f%s: %s%n",
                    at.getKey(), at.getKey() == theirs.threshold() ? ", its example's" : "", told(one));
        }
        return best;
    }

    private Evaluation evaluated(Path clusters, String id, String cluster, Path truth) {
        return Evaluation.of(
                RowFiles.read(session.apply(clusters), clusters)
                        .select(col(id).as("id"), col(cluster).as("cluster")),
                RowFiles.read(session.apply(truth), truth).toDF("id", "entity"),
                Optional.empty());
    }

    private static String told(Evaluation one) {
        return "pairs: precision %.4f, recall %.4f, F1 %.4f; largest cluster %,d, of the truth %,d"
                .formatted(one.precision(), one.recall(), one.f1(), one.largest(), one.largestTrue());
    }
}
