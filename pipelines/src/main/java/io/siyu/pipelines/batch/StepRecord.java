package io.siyu.pipelines.batch;

import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** How a step's outcome stands in Spring Batch's own record of it, written and read back. */
final class StepRecord {
    private static final String VERDICT = "verdict";
    private static final String ROWS = "rows";
    private static final String NOTE = "note";

    private StepRecord() {}

    static void keep(StepOutcome outcome, ExecutionContext context) {
        context.putString(VERDICT, outcome.verdict());
        context.putLong(ROWS, outcome.rows());
        context.putString(NOTE, outcome.note());
    }

    /** The result as of the job execution {@code now}; a step completed by another one was done earlier. */
    static StepResult read(StepExecution step, long now) {
        boolean completed = step.getStatus() == BatchStatus.COMPLETED;
        boolean failed = !completed && !step.getStatus().isRunning();
        return new StepResult(
                step.getStepName(),
                state(completed, failed, step.getJobExecutionId() == now),
                completed ? outcome(step.getExecutionContext()) : null,
                failed ? failure(step) : null,
                between(step.getStartTime(), step.getEndTime()));
    }

    static Duration between(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {
        return start == null || end == null ? Duration.ZERO : Duration.between(start, end);
    }

    private static StepResult.State state(boolean completed, boolean failed, boolean now) {
        if (completed) {
            return now ? StepResult.State.DONE : StepResult.State.DONE_EARLIER;
        }
        return failed ? StepResult.State.FAILED : StepResult.State.STARTED;
    }

    /** Nothing when the run was killed between the step's status and its outcome. */
    private static @Nullable StepOutcome outcome(ExecutionContext context) {
        return context.containsKey(VERDICT)
                ? new StepOutcome(context.getString(VERDICT), context.getLong(ROWS), context.getString(NOTE))
                : null;
    }

    private static StepFailure failure(StepExecution step) {
        String kept = step.getExitStatus().getExitDescription();
        return kept.isEmpty() ? new StepFailure(1, "The run was killed while this step ran.") : StepFailure.read(kept);
    }
}
