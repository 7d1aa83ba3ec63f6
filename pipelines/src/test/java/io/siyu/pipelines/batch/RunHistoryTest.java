package io.siyu.pipelines.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.Problems;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-11");

    @TempDir
    Path state;

    private final Trace trace = new Trace();

    private RunResult run(String job, BatchStep... steps) {
        return new BatchRunner(RunStore.inFolder(state)).run(job, DATE, List.of(steps), 1, new Silent());
    }

    private List<PastRun> last(int limit) throws Exception {
        return new RunHistory(RunStore.inFolder(state)).last(limit);
    }

    @Test
    void where_nothing_ran_there_is_no_history_and_none_is_made() throws Exception {
        assertThat(last(5)).isEmpty();
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void the_newest_runs_of_all_jobs_come_first() throws Exception {
        run("night", trace.step("a"));
        run("backfill", trace.step("a"));
        run("night", trace.step("a"));
        assertThat(last(2)).extracting(PastRun::runId).containsExactly("night-2026-11-11-2", "backfill-2026-11-11-1");
    }

    @Test
    void a_run_started_at_the_time_of_shanghai_wherever_the_machine_is() throws Exception {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        LocalDateTime before = LocalDateTime.now(shanghai).minusSeconds(1);
        run("night", trace.step("a"));
        assertThat(last(1).get(0).started()).isBetween(before, LocalDateTime.now(shanghai));
    }

    @Test
    void a_failed_run_names_its_most_telling_step() throws Exception {
        run(
                "night",
                trace.step("a"),
                trace.failing("b", new IllegalStateException()),
                trace.failing("c", Problems.rejected("publish c", "1 rule failed", "Look")),
                trace.step("d", "c"));
        PastRun past = last(1).get(0);
        assertThat(past.status()).isEqualTo("failed");
        assertThat(past.failed().orElseThrow().id()).isEqualTo("c");
        assertThat(past.failed().orElseThrow().failure())
                .isEqualTo(new StepFailure(2, "Cannot publish c: 1 rule failed. Look."));
        assertThat(past.steps()).extracting(StepResult::verdict).containsExactly("written", "failed", "rejected");
    }

    @Test
    void a_resumed_run_is_one_run_with_every_step_as_it_ended_last() throws Exception {
        run("night", trace.step("a"), trace.failing("b", new IllegalStateException(), "a"));
        run("night", trace.step("a"), trace.step("b", "a"));
        PastRun past = last(5).get(0);
        assertThat(past.status()).isEqualTo("done");
        assertThat(past.executions()).isEqualTo(2);
        assertThat(past.failed()).isEmpty();
        assertThat(past.steps()).extracting(step -> step.outcome().rows()).containsExactly(1L, 1L);
    }

    @Test
    void a_killed_run_is_called_killed() throws Exception {
        KilledRun.inChild(RunStore.inFolder(state), "b");
        PastRun past = last(5).get(0);
        assertThat(past.status()).isEqualTo("killed");
        assertThat(past.steps())
                .extracting(StepResult::state)
                .containsExactly(StepResult.State.DONE, StepResult.State.STARTED);
    }

    @Test
    void a_run_can_be_watched_while_it_is_on() throws Exception {
        List<PastRun> seen = new ArrayList<>();
        run(
                "night",
                trace.step("a"),
                trace.step(
                        "b",
                        context -> {
                            seen.addAll(last(5));
                            return new StepOutcome("written", 0, "");
                        },
                        "a"));
        assertThat(seen.get(0).status()).isEqualTo("running");
        assertThat(seen.get(0).steps()).extracting(StepResult::verdict).containsExactly("written", "started");
    }

    @Test
    void a_message_too_long_for_the_repository_is_cut() throws Exception {
        String reason = "规".repeat(5_000);
        run("night", trace.failing("a", Problems.rejected("publish a", reason, "Look")));
        StepFailure failure = last(1).get(0).steps().get(0).failure();
        assertThat(failure.exitCode()).isEqualTo(2);
        assertThat(failure.message()).startsWith("Cannot publish a: 规规").hasSizeBetween(2_000, 2_500);
    }

    @Test
    void tables_half_made_by_a_killed_beginning_are_made_anew() throws Exception {
        String url = RunStore.inFolder(state).url();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table BATCH_JOB_INSTANCE (JOB_INSTANCE_ID bigint primary key)");
        }
        assertThat(run("night", trace.step("a")).exitCode()).isZero();
    }

    @Test
    void an_unknown_database_is_refused_without_showing_its_password() {
        RunStore store = new RunStore("jdbc:mysql://db/siyu?password=secret", "", "", state);
        assertThatThrownBy(() -> RunDatabase.open(store))
                .hasMessage("Invalid JDBC URL of the run repository jdbc:mysql://db/siyu: another database; expected"
                        + " jdbc:h2:... or jdbc:postgresql:....");
    }
}
