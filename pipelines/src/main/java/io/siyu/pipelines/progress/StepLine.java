package io.siyu.pipelines.progress;

import io.siyu.pipelines.batch.StepOutcome;
import io.siyu.pipelines.batch.StepResult;
import java.time.Duration;
import java.util.Locale;

/** One step in one line, and the figures in it. */
final class StepLine {
    private StepLine() {}

    /** {@code dwd.order_line  written  12,345 rows  3.2 s}, and the reason when it failed. */
    static String ended(StepResult result) {
        StringBuilder line = new StringBuilder(result.id()).append("  ").append(result.verdict());
        StepOutcome outcome = result.outcome();
        if (outcome != null) {
            line.append("  ").append(rows(outcome.rows())).append(outcome.rows() == 1 ? " row" : " rows");
        }
        line.append("  ").append(seconds(result.elapsed()));
        if (result.failure() != null) {
            line.append("  ").append(result.failure().message());
        }
        return line.toString();
    }

    /** {@code 12,345}. */
    static String rows(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }

    /** {@code 3.2 s}; from ten seconds on {@code 48 s}; from two minutes on {@code 3 min 20 s}. */
    static String seconds(Duration elapsed) {
        long seconds = elapsed.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%d.%d s", seconds, elapsed.toMillisPart() / 100);
        }
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
