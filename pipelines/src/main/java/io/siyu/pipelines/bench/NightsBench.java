package io.siyu.pipelines.bench;

import com.sun.management.OperatingSystemMXBean;
import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.batch.StepResult;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.night.Night;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.progress.PlainProgress;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.sample.World;
import io.siyu.pipelines.store.Lake;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What nights over a generated world cost: a load of many days at once, then nights one by one. */
public final class NightsBench {
    private static final int EARLY = 5;
    private static final double MOST = 1.3;
    private static final int SLOWEST = 3;

    private final Installation at;
    private final PrintStream out;
    private final Map<String, long[]> feeds = new TreeMap<>();

    /** @param at an installation over the drop folders of a world; nights before the latest it has begun are not run again */
    public NightsBench(Installation at, PrintStream out) {
        this.at = at;
        this.out = out;
    }

    /**
     * Runs the nights; prints each one's seconds by the clock and of all cores, Spark jobs, rows read from files and slowest
     * steps, then rows per second of each feed, then how the last night compares with the fifth.
     *
     * @param load drop folders taken at once by the first night
     * @param nights how many follow, one folder each
     * @param steps what each of them builds; it publishes when that is everything
     */
    public void run(World world, int load, int nights, List<Definition> steps) {
        int cores = Runtime.getRuntime().availableProcessors();
        boolean publishes = steps.equals(at.plan().steps());
        LocalDate before = publishes ? ended() : built(steps);
        SparkWork work = SparkWork.of(at.spark().sparkContext());
        out.printf(
                "%-12s %6s %10s %10s %8s %14s %8s  %s%n",
                "night", "days", "seconds", "cpu", "jobs", "rows read", "exit", "slowest steps, seconds");
        @Nullable Cost fifth = null;
        @Nullable Cost last = null;
        for (int night = 0; night <= nights; night++) {
            LocalDate date = world.first().plusDays(load + night - 1L);
            if (!date.isAfter(before)) {
                out.printf("%-12s done by an earlier run%n", date);
                continue;
            }
            double cpu = cpuSeconds();
            RunResult result = new Night(at)
                    .run(
                            new Night.Order(
                                    publishes
                                            ? "night"
                                            : steps.get(steps.size() - 1).name(),
                                    date,
                                    steps,
                                    publishes,
                                    false,
                                    new TreeSet<>()),
                            new PlainProgress(new PrintStream(OutputStream.nullOutputStream())));
            SparkWork.Done done = work.done();
            last = new Cost(result.elapsed().toMillis() / 1000.0, cpuSeconds() - cpu, done.rows());
            fifth = night == EARLY ? last : fifth;
            out.printf(
                    "%-12s %6d %10.1f %10.1f %,8d %,14d %8d  %s%n",
                    date,
                    night == 0 ? load : 1,
                    last.seconds,
                    last.cpu,
                    done.jobs(),
                    done.rows(),
                    result.exitCode(),
                    slowest(result));
            result.steps().forEach(this::count);
        }
        print();
        out.printf(
                "%d days at once and %d nights of %,d persons on %d cores: %s.%n",
                load,
                nights,
                world.persons(),
                cores,
                fifth == null || last == null || nights <= EARLY
                        ? "six nights and more in one run compare the last with the fifth"
                        : last.beside(fifth));
    }

    /** What a night took: seconds by the clock, seconds of all cores of this process, rows read from files. */
    private record Cost(double seconds, double cpu, long rows) {
        String beside(Cost early) {
            return String.format(
                    "the last night took %.1f s, %.2f times the fifth (goal %.1f), %.2f times its CPU seconds; it read %.2f times its rows",
                    seconds, seconds / early.seconds, MOST, cpu / early.cpu, (double) rows / Math.max(1, early.rows));
        }
    }

    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** The latest night begun, when it was published; otherwise the one before it, whether that was published or rejected. */
    private LocalDate ended() {
        Optional<LocalDate> published =
                new Releases(at.lake()).current(at.spark()).map(Release::date);
        return at.plan().steps().stream()
                .flatMap(step -> wrote(step).stream())
                .max(Comparator.naturalOrder())
                .map(latest -> published.filter(latest::equals).orElse(latest.minusDays(1)))
                .orElse(LocalDate.MIN);
    }

    /** The night whose last step was built; what was not asked for may be older. */
    private LocalDate built(List<Definition> steps) {
        return wrote(steps.get(steps.size() - 1)).orElse(LocalDate.MIN);
    }

    private Optional<LocalDate> wrote(Definition step) {
        return at.lake()
                .current(at.spark(), step.name())
                .flatMap(Lake.Version::note)
                .map(note -> LocalDate.parse(note.date()));
    }

    private static String slowest(RunResult result) {
        return result.steps().stream()
                .sorted(Comparator.comparing(StepResult::elapsed).reversed().thenComparing(StepResult::id))
                .limit(SLOWEST)
                .map(step -> String.format("%s %.1f", step.id(), step.elapsed().toMillis() / 1000.0))
                .collect(Collectors.joining(", "));
    }

    private void count(StepResult step) {
        if (step.failure() != null) {
            out.println(
                    step.id() + "  " + step.verdict() + "  " + step.failure().message());
        }
        if (step.id().startsWith("ods.") && step.outcome() != null) {
            long[] sum = feeds.computeIfAbsent(step.id(), id -> new long[2]);
            sum[0] += step.outcome().rows();
            sum[1] += step.elapsed().toMillis();
        }
    }

    private void print() {
        out.printf("%n%-24s %10s %10s %10s%n", "feed", "rows", "seconds", "rows/s");
        feeds.forEach((feed, sum) -> out.printf(
                "%-24s %,10d %10.1f %,10d%n", feed, sum[0], sum[1] / 1000.0, sum[0] * 1000 / Math.max(1, sum[1])));
    }
}
