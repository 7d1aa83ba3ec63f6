package io.siyu.pipelines.cli;

import io.siyu.pipelines.sample.SampleWorld;
import io.siyu.pipelines.sample.World;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = {
            "Write the drop folders of an invented retailer whose truth is known: 20 feeds, 4 control lists, all their faults.",
            "The last business date is 2026-11-20. Equal sizes, days and seeds give equal bytes."
        })
final class SampleCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 130;
    private static final int FEWEST_PERSONS = 100;
    private static final int MOST_PERSONS = 2_000_000;

    @Option(
            names = "--size",
            required = true,
            paramLabel = "SIZE",
            description = "small (10 thousand persons, 30 days), medium (100 thousand, 120) or large (1 million, 120).")
    private String size = "";

    @Option(names = "--days", paramLabel = "N", description = "Drop folders, 1 to 130. Default: as the size says.")
    private @Nullable Integer days;

    @Option(
            names = "--persons",
            paramLabel = "N",
            description = "People in the world, 100 to 2000000. Default: as the size says.")
    private @Nullable Integer persons;

    @Option(
            names = "--history",
            paramLabel = "N",
            defaultValue = "" + World.HISTORY,
            description = "Days of trade that come with the first drop folder, 0 to 365. Default: ${DEFAULT-VALUE}.")
    private int history = World.HISTORY;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "20261120", description = "Another seed, another world.")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The landing folder; <yyyy-MM-dd>/<system>/<file> appears below it. It must be empty.")
    private Path out = Path.of("");

    @Option(
            names = "--truth",
            paramLabel = "DIR",
            description = "Where the truth goes, never inside the landing folder. Default: <out>-truth.")
    private @Nullable Path truth;

    @Override
    public Integer call() {
        World.Size wanted = size(size);
        int nights = nights(days, wanted);
        World world = world(wanted, persons, nights, history, seed);
        Path beside = out.resolveSibling(out.toAbsolutePath().normalize().getFileName() + "-truth");
        Path apart = truth == null ? beside : truth;
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        SampleWorld.Result result = new SampleWorld(world).write(out, apart, threads);
        System.out.printf(
                Locale.ROOT,
                "%,d rows in %d drop folders below %s; the truth lies in %s.%n",
                result.rows(),
                nights,
                Words.path(out),
                Words.path(apart));
        return 0;
    }

    /** Drop folders that were asked for, or the size's own. */
    static int nights(@Nullable Integer days, World.Size wanted) {
        return within("--days", days == null ? wanted.days() : days, 1, MOST_DAYS);
    }

    /** The world that options ask for. */
    static World world(World.Size wanted, @Nullable Integer persons, int nights, int history, long seed) {
        int people = within("--persons", persons == null ? wanted.persons() : persons, FEWEST_PERSONS, MOST_PERSONS);
        return wanted.world(people, nights, within("--history", history, 0, World.HISTORY), seed);
    }

    private static int within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw Problems.invalid("option", option, Integer.toString(value), least + " to " + most);
        }
        return value;
    }

    /** The size of this name. */
    static World.Size size(String size) {
        for (World.Size known : World.Size.values()) {
            if (known.name().equalsIgnoreCase(size)) {
                return known;
            }
        }
        throw Problems.invalid("option", "--size", size, "small, medium or large");
    }
}
