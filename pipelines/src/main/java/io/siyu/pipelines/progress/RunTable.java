package io.siyu.pipelines.progress;

import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.batch.StepOutcome;
import io.siyu.pipelines.batch.StepResult;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a run leaves on the screen: a table of its steps, the reasons of those that failed, one closing sentence. */
public final class RunTable {
    private static final List<String> HEAD = List.of("step", "verdict", "rows", "rules", "seconds");
    private static final boolean[] RIGHT = {false, false, true, false, true};

    private final PrintStream out;

    public RunTable(PrintStream out) {
        this.out = out;
    }

    /** Prints the run. {@code release} is what readers see now; it is told when the run did not end well. */
    public void print(RunResult run, Optional<String> release) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        run.steps().forEach(step -> rows.add(row(step)));
        int[] widths = widths(rows);
        rows.forEach(row -> out.println(line(row, widths)));
        out.println();
        for (StepResult step : run.steps()) {
            if (step.failure() != null) {
                out.println(step.id() + ": " + step.failure().message());
            }
        }
        out.println(sentence(run, release));
    }

    /** {@code 12 steps: 7 written, 1 rejected (dws.customer_day), 4 not started. 31 s. Readers still see release R.} */
    public static String sentence(RunResult run, Optional<String> release) {
        int all = run.steps().size();
        String text = all + (all == 1 ? " step: " : " steps: ") + String.join(", ", counts(run.steps())) + ". "
                + StepLine.seconds(run.elapsed()) + ".";
        boolean stillSeen = run.exitCode() != 0 && release.isPresent();
        return stillSeen ? text + " Readers still see release " + release.orElseThrow() + "." : text;
    }

    /** Steps by verdict: the done ones as they came, then the failed ones by name, then what did not start. */
    private static List<String> counts(List<StepResult> steps) {
        Map<String, List<String>> done = new LinkedHashMap<>();
        Map<String, List<String>> failed = new LinkedHashMap<>();
        long notStarted = 0;
        for (StepResult step : steps) {
            if (step.state() == StepResult.State.NOT_STARTED) {
                notStarted++;
            } else {
                (step.failure() == null ? done : failed)
                        .computeIfAbsent(step.verdict(), verdict -> new ArrayList<>())
                        .add(step.id());
            }
        }
        List<String> counts = new ArrayList<>();
        done.forEach((verdict, ids) -> counts.add(ids.size() + " " + verdict));
        failed.forEach((verdict, ids) -> counts.add(ids.size() + " " + verdict + " (" + String.join(", ", ids) + ")"));
        if (notStarted > 0) {
            counts.add(notStarted + " not started");
        }
        return counts.isEmpty() ? List.of("nothing to do") : counts;
    }

    private static List<String> row(StepResult step) {
        StepOutcome outcome = step.outcome();
        boolean ran = step.state() != StepResult.State.NOT_STARTED;
        return List.of(
                step.id(),
                step.verdict(),
                outcome == null ? "" : StepLine.rows(outcome.rows()),
                outcome == null ? "" : outcome.note(),
                ran ? String.format(Locale.ROOT, "%.1f", step.elapsed().toMillis() / 1000.0) : "");
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String gap = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? "" : "  ").append(RIGHT[i] ? gap + row.get(i) : row.get(i) + gap);
        }
        return line.toString().stripTrailing();
    }
}
