package io.siyu.pipelines.batch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one step of a run ended.
 *
 * @param outcome given when done, now or earlier
 * @param failure given when failed
 * @param elapsed how long it took; of a step done earlier, how long it took then
 */
public record StepResult(
        String id,
        State state,
        @Nullable StepOutcome outcome,
        @Nullable StepFailure failure,
        Duration elapsed) {
    /** Where a step stands. {@code STARTED}: it runs, or was killed while it ran. */
    public enum State {
        DONE,
        DONE_EARLIER,
        FAILED,
        STARTED,
        NOT_STARTED
    }

    static StepResult notStarted(String id) {
        return new StepResult(id, State.NOT_STARTED, null, null, Duration.ZERO);
    }

    /** One word or two for tables: the outcome's verdict, or {@code done earlier}, {@code rejected}, {@code not started}. */
    public String verdict() {
        if (failure != null) {
            return failure.verdict();
        }
        if (state == State.DONE && outcome != null) {
            return outcome.verdict();
        }
        return switch (state) {
            case DONE -> "done";
            case DONE_EARLIER -> "done earlier";
            case FAILED -> "failed";
            case STARTED -> "started";
            case NOT_STARTED -> "not started";
        };
    }
}
