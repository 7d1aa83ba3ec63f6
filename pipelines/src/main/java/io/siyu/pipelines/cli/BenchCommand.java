package io.siyu.pipelines.cli;

import io.siyu.pipelines.Settings;
import io.siyu.pipelines.bench.EngineBench;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.sample.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the parts of the platform cost on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure on this machine.",
        subcommands = {
            AttributionBenchCommand.class,
            BenchCommand.Engine.class,
            IdentityBenchCommand.class,
            NightsCommand.class,
            TagsBenchCommand.class,
            ValueBenchCommand.class
        })
final class BenchCommand extends CommandGroup {
    @Command(
            name = "engine",
            mixinStandardHelpOptions = true,
            description =
                    "The demo's night in a fresh process; then what a step costs beside its rows: seconds and Spark"
                            + " jobs per step, over nights in one session.")
    static final class Engine implements Callable<Integer> {
        @Option(names = "--nights", paramLabel = "N", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
        private int nights = 5;

        @Override
        public Integer call() throws IOException {
            Installation demo = installation("{}\n");
            new DemoFiles(demo.settings().landing()).write(DemoCommand.WORLD);
            EngineBench.night(demo, World.LAST, System.out);
            new EngineBench(installation("parallelism: 1\n"), System.out).run(nights);
            return 0;
        }

        private static Installation installation(String settings) throws IOException {
            Path home = Files.createTempDirectory("siyu-bench");
            Files.writeString(home.resolve("siyu.yml"), settings);
            return Installation.open(Settings.read(Home.root(), home, Optional.empty()));
        }
    }
}
