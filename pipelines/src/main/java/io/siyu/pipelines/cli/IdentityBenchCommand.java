package io.siyu.pipelines.cli;

import io.siyu.pipelines.bench.GraphBench;
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
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        description = "What it costs to tell who is who: from scratch, a night's change, a chain, a skewed world.")
final class IdentityBenchCommand implements Callable<Integer> {
    private static final long LEAST = 10_000;

    @Option(
            names = "--identifiers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Edges are three times as many. Default: ${DEFAULT-VALUE}.")
    private long identifiers = 1_000_000;

    @Override
    public Integer call() throws IOException {
        if (identifiers < LEAST) {
            throw Problems.invalid("option", "--identifiers", String.valueOf(identifiers), LEAST + " and more");
        }
        Path folder = Files.createTempDirectory("siyu-identity");
        SparkSession spark = Sessions.open(
                Profile.LARGE,
                Map.of(
                        "spark.sql.shuffle.partitions",
                        String.valueOf(4 * Runtime.getRuntime().availableProcessors())));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new GraphBench(spark, folder, nowhere).run(Math.max(LEAST, identifiers / 20));
        new GraphBench(spark, folder, System.out).run(identifiers);
        return 0;
    }
}
