package io.siyu.pipelines.cli;

import io.siyu.pipelines.Settings;
import io.siyu.pipelines.bench.NightsBench;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.sample.World;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "nights",
        mixinStandardHelpOptions = true,
        description = {
            "What nights cost: write a generated world, load its first days at once, run nights one by one, score the lake.",
            "Exit code 2 when a score misses its bound."
        })
final class NightsCommand implements Callable<Integer> {
    @Option(names = "--size", paramLabel = "SIZE", defaultValue = "small", description = "Default: ${DEFAULT-VALUE}.")
    private String size = "small";

    @Option(names = "--days", paramLabel = "N", description = "Drop folders. Default: as the size says.")
    private @Nullable Integer days;

    @Option(names = "--persons", paramLabel = "N", description = "People in the world. Default: as the size says.")
    private @Nullable Integer persons;

    @Option(
            names = "--history",
            paramLabel = "N",
            defaultValue = "" + World.HISTORY,
            description = "Days of trade before the first drop folder. Default: ${DEFAULT-VALUE}.")
    private int history = World.HISTORY;

    @Option(
            names = "--load",
            paramLabel = "N",
            defaultValue = "1",
            description = "Taken at once. Default: ${DEFAULT-VALUE}.")
    private int load = 1;

    @Option(
            names = "--nights",
            paramLabel = "M",
            description = "Nights after the load. Default: all days that are left.")
    private @Nullable Integer nights;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "20261120", description = "Default: ${DEFAULT-VALUE}.")
    private long seed = 20261120;

    @Option(names = "--home", paramLabel = "DIR", description = "An empty folder, kept. Default: a temporary one.")
    private @Nullable Path home;

    @Override
    public Integer call() throws IOException {
        World.Size wanted = SampleCommand.size(size);
        int window = SampleCommand.nights(days, wanted);
        int after = nights == null ? window - load : nights;
        if (load < 1 || after < 0 || load + after > window) {
            throw Problems.invalid("option", "--load", load + " and " + after + " nights", "together 1 to " + window);
        }
        Path folder = home == null ? Files.createTempDirectory("siyu-nights") : Files.createDirectories(home);
        Path root = Path.of(Optional.ofNullable(System.getenv("SIYU_ROOT")).orElse("."));
        Installation at = Installation.open(Settings.read(root, folder, Optional.empty()));
        World world = SampleCommand.world(wanted, persons, window, history, seed);
        new NightsBench(at, System.out).run(world, load, after, folder.resolve("truth"));
        System.out.println();
        return ScoreCommand.score(at, folder.resolve("truth"), folder.resolve("score"), List.of(), System.out);
    }
}
