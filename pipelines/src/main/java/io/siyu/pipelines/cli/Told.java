package io.siyu.pipelines.cli;

import io.siyu.pipelines.batch.Progress;
import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.night.Night;
import io.siyu.pipelines.progress.LiveProgress;
import io.siyu.pipelines.progress.PlainProgress;
import io.siyu.pipelines.progress.RunTable;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Runs an order and tells it: lines while it runs, a table and one sentence at its end. */
final class Told {
    private Told() {}

    /** Answers the exit code; 99 when there was nothing to do. */
    static int run(Installation at, Night.Order order, PrintStream out) {
        RunResult result;
        if (System.console() != null && System.getenv("TERM") != null) {
            try (LiveProgress live = LiveProgress.start(out, 100)) {
                result = run(at, order, live);
            }
        } else {
            result = run(at, order, new PlainProgress(out));
        }
        Optional<String> release = new Releases(at.lake()).current(at.spark()).map(Release::id);
        new RunTable(out).print(result, release);
        return result.exitCode();
    }

    private static RunResult run(Installation at, Night.Order order, Progress progress) {
        return new Night(at).run(order, progress);
    }

    /** Whether nothing at all was written. */
    static boolean nothingDone(RunResult result) {
        return result.steps().stream()
                .allMatch(step -> List.of("unchanged", "done earlier").contains(step.verdict()));
    }
}
