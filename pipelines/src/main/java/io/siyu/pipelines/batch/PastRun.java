package io.siyu.pipelines.batch;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run as the repository remembers it, all its executions together.
 *
 * @param attempt from 1
 * @param status {@code done}, {@code failed}, {@code running}, or {@code killed} when it neither ended nor lives
 * @param started in Asia/Shanghai; null when it was killed before it began
 * @param executions 1, and one more for every time it was resumed
 * @param elapsed of all executions that ended
 * @param steps in the order they started, each as it ended last
 */
public record PastRun(
        String job,
        LocalDate date,
        long attempt,
        String status,
        @Nullable LocalDateTime started,
        int executions,
        Duration elapsed,
        List<StepResult> steps) {
    public PastRun {
        steps = List.copyOf(steps);
    }

    public String runId() {
        return job + "-" + date + "-" + attempt;
    }

    /** The failed step to look at first: the one whose exit code tells most. */
    public Optional<StepResult> failed() {
        for (int code : new int[] {64, 2, 3, 1}) {
            for (StepResult step : steps) {
                if (step.failure() != null && step.failure().exitCode() == code) {
                    return Optional.of(step);
                }
            }
        }
        return Optional.empty();
    }
}
