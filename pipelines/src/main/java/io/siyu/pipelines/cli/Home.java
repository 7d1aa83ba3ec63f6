package io.siyu.pipelines.cli;

import io.siyu.pipelines.Settings;
import io.siyu.pipelines.night.Installation;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which installation a command is about. */
final class Home {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the installation keeps its data, and siyu.yml. Default: $$SIYU_HOME, or .siyu here.")
    private @Nullable Path home;

    @Option(
            names = "--house",
            paramLabel = "DIR",
            description =
                    "The retailer's own folder (tables/, rules/), laid over the shipped one. Default: as siyu.yml says.")
    private @Nullable Path house;

    /** The home when neither the command line nor the environment names one. */
    void useByDefault(Path folder) {
        if (home == null && System.getenv("SIYU_HOME") == null) {
            home = folder;
        }
    }

    /** Where the shipped texts are. */
    static Path root() {
        return Path.of(Optional.ofNullable(System.getenv("SIYU_ROOT")).orElse("."));
    }

    Settings settings() {
        return Settings.read(root(), folder(), Optional.ofNullable(house));
    }

    /** The home folder. */
    Path folder() {
        return home != null
                ? home
                : Path.of(Optional.ofNullable(System.getenv("SIYU_HOME")).orElse(".siyu"));
    }

    Installation open() {
        return Installation.open(settings());
    }
}
