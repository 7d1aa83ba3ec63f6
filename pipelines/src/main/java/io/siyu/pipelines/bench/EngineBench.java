package io.siyu.pipelines.bench;

import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.night.Night;
import io.siyu.pipelines.progress.PlainProgress;
import io.siyu.pipelines.sample.SampleWorld;
import io.siyu.pipelines.sample.World;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a step costs beside its rows: nights of a very small retailer, one step at a time in one session, so that nearly all
 * of a step is planning, reading, judging and committing.
 */
public final class EngineBench {
    private static final int PERSONS = 120;
    private static final int HISTORY = 10;
    private static final long SEED = 7;
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    private final Installation at;
    private final PrintStream out;

    /** @param at an empty installation with parallelism 1 */
    public EngineBench(Installation at, PrintStream out) {
        this.at = at;
        this.out = out;
    }

    /**
     * Runs nights and prints, per table, the median seconds and the Spark jobs of a step that wrote; at the end the median
     * over all of them.
     *
     * @param nights how many are measured; two run before them to warm up
     */
    public void run(int nights) {
        Path landing = at.settings().landing();
        new SampleWorld(new World(PERSONS, nights + 2, HISTORY, SEED, FIRST, false))
                .write(landing, landing.resolveSibling("truth"), 1);
        Jobs jobs = new Jobs(this::settle);
        Jobs warmUp = new Jobs(this::settle);
        at.spark().sparkContext().addSparkListener(jobs);
        for (int night = 0; night < nights + 2; night++) {
            LocalDate date = FIRST.plusDays(night);
            new Night(at)
                    .run(
                            new Night.Order("night", date, at.plan().steps(), true, false, new TreeSet<>()),
                            night < 2 ? warmUp : jobs);
        }
        print(jobs.steps(), nights);
    }

    /**
     * Runs one night and prints its seconds: the first of a process, with all that a fresh JVM must still compile.
     *
     * @param demo an installation whose landing folder holds the demo's files
     */
    public static void night(Installation demo, LocalDate date, PrintStream out) {
        RunResult result = new Night(demo)
                .run(
                        new Night.Order("night", date, demo.plan().steps(), true, false, new TreeSet<>()),
                        new PlainProgress(new PrintStream(OutputStream.nullOutputStream())));
        out.printf(
                "The demo's night, first in its process: %d steps, exit %d, %.1f s on %d cores (goal 90 s).%n",
                result.steps().size(),
                result.exitCode(),
                result.elapsed().toMillis() / 1000.0,
                Runtime.getRuntime().availableProcessors());
    }

    private void print(List<Jobs.Step> steps, int nights) {
        Map<String, List<Jobs.Step>> byTable = new LinkedHashMap<>();
        for (Jobs.Step step : steps) {
            byTable.computeIfAbsent(step.result().id(), id -> new ArrayList<>()).add(step);
        }
        List<Double> written = new ArrayList<>();
        out.printf("%-24s %6s %10s %6s%n", "step", "wrote", "median s", "jobs");
        byTable.forEach((table, all) -> {
            List<Jobs.Step> wrote = all.stream()
                    .filter(s -> !s.result().verdict().equals("unchanged"))
                    .toList();
            wrote.forEach(s -> written.add(s.seconds()));
            out.printf(
                    "%-24s %6d %10.2f %6d%n",
                    table,
                    wrote.size(),
                    median(wrote.stream().map(Jobs.Step::seconds).toList()),
                    (int) median(wrote.stream().map(s -> (double) s.jobs()).toList()));
        });
        out.printf(
                "%d nights of %d persons on %d cores: a step that writes takes %.2f s (median of %d; goal 1.50 s).%n",
                nights, PERSONS, Runtime.getRuntime().availableProcessors(), median(written), written.size());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    private void settle() {
        SparkWork.settle(at.spark().sparkContext());
    }
}
