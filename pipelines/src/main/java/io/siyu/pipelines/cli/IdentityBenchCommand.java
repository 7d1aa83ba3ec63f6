package io.siyu.pipelines.cli;

import io.siyu.pipelines.bench.GraphBench;
import io.siyu.pipelines.bench.LinkBench;
import io.siyu.pipelines.bench.LinkPeer;
import io.siyu.pipelines.session.Profile;
import io.siyu.pipelines.session.Sessions;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        description = {
            "What it costs to tell who is who: from scratch, a night's change, a chain, a skewed world; and a file of people"
                    + " linked end to end, beside Splink on DuckDB.",
            "The peer runs in a Python environment that is made on first use, in --work. Every part is warmed up by a smaller one."
        })
final class IdentityBenchCommand implements Callable<Integer> {
    private static final long LEAST = 10_000;
    private static final int LEAST_RECORDS = 1_000;

    @Option(
            names = "--identifiers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Edges are three times as many; 0 leaves the graph out. Default: ${DEFAULT-VALUE}.")
    private long identifiers = 1_000_000;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Of the file that is linked; 0 leaves it out. Default: ${DEFAULT-VALUE}.")
    private int records = 50_000;

    @Option(names = "--no-peer", description = "Measure without the peer.")
    private boolean alone;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = ".siyu/bench-identity",
            description = "Holds the file of people and the peer's environment. Default: ${DEFAULT-VALUE}.")
    private Path work = Path.of(".siyu", "bench-identity");

    @Override
    public Integer call() throws IOException {
        if (identifiers != 0 && identifiers < LEAST) {
            throw Problems.invalid(
                    "option", "--identifiers", String.valueOf(identifiers), "0, or " + LEAST + " and more");
        }
        if (records != 0 && records < LEAST_RECORDS) {
            throw Problems.invalid(
                    "option", "--records", String.valueOf(records), "0, or " + LEAST_RECORDS + " and more");
        }
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        if (identifiers > 0) {
            Path folder = Files.createTempDirectory("siyu-identity");
            try {
                SparkSession spark = Sessions.open(Profile.LARGE, Map.of());
                new GraphBench(spark, folder, nowhere).run(Math.max(LEAST, identifiers / 20));
                new GraphBench(spark, folder, System.out).run(identifiers);
            } finally {
                FileUtils.deleteDirectory(folder.toFile());
            }
        }
        if (records > 0) {
            Optional<LinkPeer> peer = alone ? Optional.empty() : Optional.of(new LinkPeer(work));
            new LinkBench(LinkSession::open, work, nowhere, Optional.empty())
                    .run(Math.max(LEAST_RECORDS, records / 20));
            new LinkBench(LinkSession::open, work, System.out, peer).run(records);
        }
        return 0;
    }
}
