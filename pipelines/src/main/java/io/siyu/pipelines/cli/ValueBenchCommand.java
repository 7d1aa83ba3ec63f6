package io.siyu.pipelines.cli;

import io.siyu.pipelines.bench.PythonValuePeer;
import io.siyu.pipelines.bench.ValueBench;
import io.siyu.pipelines.bench.ValuePeer;
import io.siyu.pipelines.session.Profile;
import io.siyu.pipelines.session.Sessions;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures generated purchases; nothing of the home is read or written. */
@Command(
        name = "value",
        mixinStandardHelpOptions = true,
        description = {
            "What it costs to tell what customers are worth: statistics, fit and score of generated purchases, growth with customers,"
                    + " and lifetimes and PyMC-Marketing beside it on the same file.",
            "The peers run in Python environments that are made on first use, in --work."
        })
final class ValueBenchCommand implements Callable<Integer> {
    private static final long LEAST = 10_000;
    private static final long BESIDE = 1_000_000;

    @Mixin
    private Home home = new Home();

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Measured with a tenth and a half of them, too. Default: ${DEFAULT-VALUE}.")
    private long customers = 1_000_000;

    @Option(
            names = "--peer-customers",
            paramLabel = "N",
            description = "How many all sides value on the same file. Default: all, up to 1000000.")
    private Optional<Long> beside = Optional.empty();

    @Option(
            names = "--peer-minutes",
            paramLabel = "N",
            defaultValue = "60",
            description = "A peer is stopped after them; what it had done by then is told. Default: ${DEFAULT-VALUE}.")
    private int minutes = 60;

    @Option(names = "--no-peer", description = "Measure without the peers.")
    private boolean alone;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = ".siyu/bench-value",
            description = "Holds purchases, values and the peers' environments. Default: ${DEFAULT-VALUE}.")
    private Path work = Path.of(".siyu", "bench-value");

    @Override
    public Integer call() throws IOException {
        long both = beside.orElse(Math.min(customers, BESIDE));
        if (customers < LEAST || both < LEAST || minutes < 1) {
            throw Problems.invalid(
                    "option",
                    "--customers, --peer-customers, --peer-minutes",
                    customers + ", " + both + ", " + minutes,
                    LEAST + " and more, and 1 minute and more");
        }
        Files.createDirectories(work);
        SparkSession spark = Sessions.open(Profile.LARGE, Map.of());
        Duration atMost = Duration.ofMinutes(minutes);
        List<ValuePeer> peers = alone
                ? List.of()
                : List.of(PythonValuePeer.lifetimes(work, atMost), PythonValuePeer.pymcMarketing(work, atMost));
        Catalog catalog = Catalog.load(home.settings().houses());
        new ValueBench(spark, catalog, work, System.out, peers).run(customers, both);
        return 0;
    }
}
