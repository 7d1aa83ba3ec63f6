package io.siyu.pipelines.cli;

import io.siyu.pipelines.bench.TagsBench;
import io.siyu.pipelines.session.Profile;
import io.siyu.pipelines.session.Sessions;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the shipped catalogue over generated rows; nothing of the home is read or written. */
@Command(
        name = "tags",
        mixinStandardHelpOptions = true,
        description =
                "What tags cost: all in one query, a query for each, more and more of them; and counts of audiences.")
final class TagsBenchCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Each has 20 order lines and 50 events. Default: ${DEFAULT-VALUE}.")
    private long customers = 1_000_000;

    @Option(
            names = "--alone",
            paramLabel = "N",
            defaultValue = "2",
            description = "Tags of each source with a query of their own. Default: ${DEFAULT-VALUE}.")
    private int alone = 2;

    @Override
    public Integer call() throws IOException {
        if (customers < 1 || alone < 1) {
            throw Problems.invalid("option", "--customers, --alone", customers + ", " + alone, "1 and more");
        }
        Path folder = Files.createTempDirectory("siyu-tags");
        try {
            SparkSession spark = Sessions.open(Profile.LARGE, Map.of());
            new TagsBench(spark, Catalog.load(home.settings().houses()), folder, System.out).run(customers, alone);
            return 0;
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }
}
