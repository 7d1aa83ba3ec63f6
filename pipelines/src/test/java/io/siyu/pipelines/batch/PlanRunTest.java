package io.siyu.pipelines.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.Problems;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanRunTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-11");

    @TempDir
    Path state;

    private final Trace trace = new Trace();

    private RunResult run(int parallelism, BatchStep... steps) {
        return new BatchRunner(RunStore.inFolder(state)).run("night", DATE, List.of(steps), parallelism, new Silent());
    }

    @Test
    void a_step_starts_only_when_all_it_needs_is_done() {
        run(4, trace.step("d", "b", "c"), trace.step("b", "a"), trace.step("c", "b"), trace.step("a"));
        assertThat(trace.ran()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void results_stand_in_plan_order() {
        RunResult result = run(2, trace.step("b", "a"), trace.step("a"), trace.step("c", "a"));
        assertThat(result.steps()).extracting(StepResult::id).containsExactly("b", "a", "c");
    }

    @Test
    void independent_steps_run_side_by_side() {
        CyclicBarrier both = new CyclicBarrier(2);
        StepWork meet = context -> {
            both.await(20, TimeUnit.SECONDS);
            return new StepOutcome("written", 0, "");
        };
        assertThat(run(2, trace.step("a", meet), trace.step("b", meet)).exitCode())
                .isZero();
    }

    @Test
    void no_more_steps_run_at_once_than_asked() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        StepWork count = context -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            now.decrementAndGet();
            return new StepOutcome("written", 0, "");
        };
        run(1, trace.step("a", count), trace.step("b", count), trace.step("c", count));
        assertThat(most).hasValue(1);
    }

    @Test
    void what_needs_a_failed_step_is_not_started() {
        RunResult result = run(
                2,
                trace.failing("a", new IllegalStateException("disk full")),
                trace.step("b", "a"),
                trace.step("c", "b"));
        assertThat(result.steps())
                .extracting(StepResult::verdict)
                .containsExactly("failed", "not started", "not started");
    }

    @Test
    void what_does_not_need_a_failed_step_still_finishes() {
        CountDownLatch failed = new CountDownLatch(1);
        StepWork last = context -> {
            assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
            return new StepOutcome("written", 0, "");
        };
        BatchRunner runner = new BatchRunner(RunStore.inFolder(state));
        RunResult result = runner.run(
                "night",
                DATE,
                List.of(trace.failing("a", new IllegalStateException()), trace.step("x", last), trace.step("y", "x")),
                2,
                new OnFailure(failed::countDown));
        assertThat(result.steps()).extracting(StepResult::verdict).containsExactly("failed", "written", "written");
    }

    @Test
    void an_error_that_is_no_exception_fails_the_step_too() {
        StepWork work = context -> {
            throw new StackOverflowError();
        };
        assertThat(run(1, trace.step("a", work)).exitCode()).isEqualTo(1);
    }

    @Test
    void a_foreign_failure_says_which_step_and_what_to_do() {
        RunResult result = run(1, trace.failing("dwd.refund", new IllegalStateException("disk full\nat line 2")));
        assertThat(result.steps().get(0).failure())
                .isEqualTo(new StepFailure(
                        1,
                        "Cannot run dwd.refund for 2026-11-11: IllegalStateException: disk full. Steps that need it did"
                                + " not start; the log has the stack trace, run again to resume."));
    }

    @Test
    void our_own_failure_keeps_its_message_and_exit_code() {
        RuntimeException late = Problems.notReady("land pos", "no file of 2026-11-11", "Wait for it");
        assertThat(run(1, trace.failing("ods.pos", late)).steps().get(0).failure())
                .isEqualTo(new StepFailure(3, "Cannot land pos: no file of 2026-11-11. Wait for it."));
    }

    @Test
    void the_most_telling_failure_gives_the_exit_code() {
        BatchStep wrong = trace.failing("wrong", Problems.cannot("a", "b", "c"));
        BatchStep rejected = trace.failing("rejected", Problems.rejected("a", "b", "c"));
        BatchStep late = trace.failing("late", Problems.notReady("a", "b", "c"));
        BatchStep broken = trace.failing("broken", new IllegalStateException());
        assertThat(run(2, broken, late, rejected, wrong).exitCode()).isEqualTo(64);
        assertThat(run(2, broken, late, rejected).exitCode()).isEqualTo(2);
        assertThat(run(2, broken, late).exitCode()).isEqualTo(3);
        assertThat(run(2, broken).exitCode()).isEqualTo(1);
        assertThat(run(2, trace.step("fine")).exitCode()).isZero();
    }

    @Test
    void a_circle_is_refused_before_anything_starts() {
        assertThatThrownBy(() -> run(1, trace.step("a", "b"), trace.step("b", "a"), trace.step("c")))
                .hasMessage("Cannot run night for 2026-11-11: a, b wait for each other. Nothing was started; break the"
                        + " circle.");
        assertThat(trace.ran()).isEmpty();
    }

    @Test
    void a_need_outside_the_plan_is_refused() {
        assertThatThrownBy(() -> run(1, trace.step("a", "z")))
                .hasMessage(
                        "Cannot run night for 2026-11-11: a needs z, not in the plan. Add it to the plan or take the"
                                + " need away.");
    }

    private record OnFailure(Runnable action) implements Progress {
        @Override
        public void stepStarted(String id) {}

        @Override
        public void stepDone(StepResult result) {}

        @Override
        public void stepFailed(StepResult result) {
            action.run();
        }
    }
}
