package io.siyu.pipelines.cli;

import io.siyu.pipelines.Settings;
import io.siyu.pipelines.bench.NightsBench;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.sample.SampleWorld;
import io.siyu.pipelines.sample.World;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
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
    private static final String WORLD = "world.txt";

    private final Path root;

    NightsCommand() {
        this(Home.root());
    }

    /** @param root holds the shipped texts */
    NightsCommand(Path root) {
        this.root = root;
    }

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

    @Option(
            names = "--only",
            paramLabel = "STEP",
            split = ",",
            description =
                    "Nights of these steps, or groups such as dwd, and of those that they need; nothing is published or scored.")
    private List<String> only = List.of();

    @Option(names = "--seed", paramLabel = "S", defaultValue = "20261120", description = "Default: ${DEFAULT-VALUE}.")
    private long seed = 20261120;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "An empty folder, kept; or one of an earlier run, whose nights go on. Default: a temporary one.")
    private @Nullable Path home;

    @Override
    public Integer call() throws IOException {
        World.Size wanted = SampleCommand.size(size);
        int window = SampleCommand.nights(days, wanted);
        int after = nights == null ? window - load : nights;
        if (load < 1 || after < 0 || load + after > window) {
            throw Problems.invalid("option", "--load", load + " and " + after + " nights", "together 1 to " + window);
        }
        World world = SampleCommand.world(wanted, persons, window, history, seed);
        if (home != null) {
            return run(world, after, Files.createDirectories(home));
        }
        Path folder = Files.createTempDirectory("siyu-nights");
        try {
            return run(world, after, folder);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private int run(World world, int after, Path folder) throws IOException {
        Settings settings = Settings.read(root, folder, Optional.empty());
        write(world, settings.landing(), folder);
        Installation at = Installation.open(settings);
        List<Definition> steps = only.isEmpty() ? at.plan().steps() : chosen(at.plan());
        new NightsBench(at, System.out).run(world, load, after, steps);
        if (!only.isEmpty()) {
            return 0;
        }
        System.out.println();
        return ScoreCommand.score(at, folder.resolve("truth"), folder.resolve("score"), List.of(), System.out);
    }

    private List<Definition> chosen(Plan plan) {
        return plan.upTo(only.stream()
                .flatMap(name -> plan.select(name).stream())
                .map(Definition::name)
                .toList());
    }

    /** Files first: how much has landed decides the session's profile. */
    private static void write(World world, Path landing, Path folder) throws IOException {
        Path note = folder.resolve(WORLD);
        if (Files.exists(note)) {
            String has = Files.readString(note);
            if (!has.equals(world.toString())) {
                throw Problems.invalid("folder", folder.toString(), has, world.toString());
            }
            return;
        }
        new SampleWorld(world)
                .write(landing, folder.resolve("truth"), Runtime.getRuntime().availableProcessors());
        Files.writeString(note, world.toString());
    }
}
