package io.siyu.pipelines.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.batch.StepFailure;
import io.siyu.pipelines.batch.StepOutcome;
import io.siyu.pipelines.batch.StepResult;
import io.siyu.pipelines.batch.StepResult.State;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTableTest {
    static StepResult written(String id, long rows) {
        return new StepResult(
                id, State.DONE, new StepOutcome("written", rows, "14 ok"), null, Duration.ofMillis(3_240));
    }

    static StepResult rejected(String id) {
        StepFailure failure = new StepFailure(2, "Cannot accept " + id + ": 1 of 9 rules failed. Look at it.");
        return new StepResult(id, State.FAILED, null, failure, Duration.ofSeconds(31));
    }

    private static StepResult notStarted(String id) {
        return new StepResult(id, State.NOT_STARTED, null, null, Duration.ZERO);
    }

    private static RunResult run(StepResult... steps) {
        return new RunResult(
                "night-2026-11-11-1",
                "night",
                LocalDate.parse("2026-11-11"),
                false,
                List.of(steps),
                Duration.ofSeconds(48));
    }

    @Test
    void a_rejected_run_shows_table_reasons_and_what_readers_still_see() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new RunTable(new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .print(
                        run(
                                written("dwd.order_line", 12_345),
                                rejected("dws.customer_day"),
                                notStarted("ads.sales_day")),
                        Optional.of("2026-11-10"));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        step              verdict        rows  rules  seconds
                        dwd.order_line    written      12,345  14 ok      3.2
                        dws.customer_day  rejected                       31.0
                        ads.sales_day     not started

                        dws.customer_day: Cannot accept dws.customer_day: 1 of 9 rules failed. Look at it.
                        3 steps: 1 written, 1 rejected (dws.customer_day), 1 not started. 48 s. Readers still see release 2026-11-10.
                        """);
    }

    @Test
    void a_good_run_counts_its_verdicts_and_does_not_speak_of_the_release() {
        StepResult same = new StepResult(
                "dim.store", State.DONE, new StepOutcome("unchanged", 0, ""), null, Duration.ofSeconds(1));
        StepResult earlier = new StepResult("ods.pos", State.DONE_EARLIER, null, null, Duration.ofSeconds(1));
        assertThat(RunTable.sentence(run(earlier, written("a", 1), same, written("b", 1)), Optional.of("R")))
                .isEqualTo("4 steps: 1 done earlier, 2 written, 1 unchanged. 48 s.");
    }

    @Test
    void a_run_without_steps_had_nothing_to_do() {
        assertThat(RunTable.sentence(run(), Optional.empty())).isEqualTo("0 steps: nothing to do. 48 s.");
    }
}
