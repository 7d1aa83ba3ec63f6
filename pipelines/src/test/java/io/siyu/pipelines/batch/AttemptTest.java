package io.siyu.pipelines.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.warehouse.Problems;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-11");

    @TempDir
    Path state;

    private final Trace trace = new Trace();

    private RunResult run(LocalDate date, BatchStep... steps) {
        return new BatchRunner(RunStore.inFolder(state)).run("night", date, List.of(steps), 1, new Silent());
    }

    @Test
    void the_first_run_of_a_date_is_attempt_1() {
        assertThat(run(DATE, trace.step("a")).runId()).isEqualTo("night-2026-11-11-1");
    }

    @Test
    void a_run_that_completed_is_followed_by_the_next_attempt_which_does_everything_again() {
        run(DATE, trace.step("a"));
        RunResult again = run(DATE, trace.step("a"));
        assertThat(again.runId()).isEqualTo("night-2026-11-11-2");
        assertThat(again.resumed()).isFalse();
        assertThat(trace.ran()).containsExactly("a", "a");
    }

    @Test
    void every_date_counts_its_own_attempts() {
        run(DATE, trace.step("a"));
        assertThat(run(DATE.plusDays(1), trace.step("a")).runId()).isEqualTo("night-2026-11-12-1");
    }

    @Test
    void a_failure_that_may_pass_is_resumed_and_what_is_done_is_not_done_twice() {
        run(DATE, trace.step("a"), trace.failing("b", new IllegalStateException("network"), "a"));
        RunResult again = run(DATE, trace.step("a"), trace.step("b", "a"));
        assertThat(again.runId()).isEqualTo("night-2026-11-11-1");
        assertThat(again.resumed()).isTrue();
        assertThat(trace.ran()).containsExactly("a", "b", "b");
    }

    @Test
    void a_resumed_run_remembers_what_the_earlier_steps_said() {
        StepOutcome said = new StepOutcome("written", 12_345_678_901L, "14 ok");
        run(DATE, trace.step("a", context -> said), trace.failing("b", new IllegalStateException(), "a"));
        StepResult earlier =
                run(DATE, trace.step("a"), trace.step("b", "a")).steps().get(0);
        assertThat(earlier.state()).isEqualTo(StepResult.State.DONE_EARLIER);
        assertThat(earlier.outcome()).isEqualTo(said);
    }

    @Test
    void a_missing_input_is_waited_for_in_the_same_attempt() {
        run(DATE, trace.failing("a", Problems.notReady("a", "b", "c")));
        assertThat(run(DATE, trace.step("a")).runId()).isEqualTo("night-2026-11-11-1");
    }

    @Test
    void after_a_rejection_everything_is_looked_at_again() {
        run(DATE, trace.step("a"), trace.failing("b", Problems.rejected("a", "b", "c"), "a"));
        assertThat(run(DATE, trace.step("a"), trace.step("b", "a")).runId()).isEqualTo("night-2026-11-11-2");
        assertThat(trace.ran()).containsExactly("a", "b", "a", "b");
    }

    @Test
    void after_a_wrong_definition_everything_is_looked_at_again() {
        run(DATE, trace.failing("a", Problems.cannot("a", "b", "c")));
        assertThat(run(DATE, trace.step("a")).runId()).isEqualTo("night-2026-11-11-2");
    }

    @Test
    void a_step_that_the_plan_gained_runs_in_the_resumed_run() {
        run(DATE, trace.step("a"), trace.failing("b", new IllegalStateException(), "a"));
        trace.ran();
        RunResult again = run(DATE, trace.step("a"), trace.step("b", "a"), trace.step("new", "a"));
        assertThat(trace.ran()).containsExactlyInAnyOrder("b", "new");
        assertThat(again.exitCode()).isZero();
    }

    @Test
    void steps_are_told_their_run_and_date() {
        StepContext[] told = new StepContext[1];
        run(DATE, trace.step("a", context -> {
            told[0] = context;
            return new StepOutcome("written", 0, "");
        }));
        assertThat(told[0]).isEqualTo(new StepContext("night-2026-11-11-1", DATE, false));
    }
}
