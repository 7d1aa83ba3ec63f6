package io.siyu.pipelines.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.siyu.warehouse.SiyuException.InputNotReady;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs only where {@code SIYU_TEST_POSTGRES} is a JDBC URL, with user and password in it, of a database to play with. */
@SuppressWarnings("try") // locks are held, not used
class PostgresRunTest {
    private static final String SCHEMA = "siyu_batch_test";

    @TempDir
    Path state;

    private RunStore store;

    @BeforeEach
    void empty_schema() throws Exception {
        String url = System.getenv("SIYU_TEST_POSTGRES");
        assumeTrue(url != null, "SIYU_TEST_POSTGRES is not set: the PostgreSQL repository is not tried");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
            statement.execute("create schema " + SCHEMA);
        }
        String there = url + (url.contains("?") ? "&" : "?") + "currentSchema=" + SCHEMA;
        store = new RunStore(there, "", "", state);
    }

    @Test
    void the_tables_are_made_once_and_attempts_count_on() {
        KilledRun.run(store, KilledRun.NEVER);
        assertThat(KilledRun.run(store, KilledRun.NEVER).runId()).isEqualTo("night-2026-11-11-2");
    }

    @Test
    void a_killed_run_is_resumed_and_only_the_killed_step_runs_again() throws Exception {
        assertThat(KilledRun.inChild(store, "c")).isEqualTo(137);
        assertThat(KilledRun.run(store, KilledRun.NEVER).resumed()).isTrue();
        assertThat(KilledRun.started(state)).containsExactly("a", "b", "c", "c", "d");
    }

    @Test
    void history_is_read_where_it_is() throws Exception {
        KilledRun.run(store, KilledRun.NEVER);
        assertThat(new RunHistory(store).last(5).get(0).steps())
                .extracting(StepResult::id)
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void a_run_on_another_machine_is_not_disturbed() throws Exception {
        RunStore elsewhere = new RunStore(store.url(), "", "", Files.createDirectory(state.resolve("other")));
        try (PostgresLock other = PostgresLock.take(elsewhere, "run night")) {
            assertThatThrownBy(() -> KilledRun.run(store, KilledRun.NEVER))
                    .isInstanceOf(InputNotReady.class)
                    .hasMessageContaining("a run on another machine holds the lock");
        }
    }
}
