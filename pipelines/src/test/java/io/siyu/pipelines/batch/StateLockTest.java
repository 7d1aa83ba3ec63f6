package io.siyu.pipelines.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException.InputNotReady;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // locks are held, not used
class StateLockTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-11");

    @TempDir
    Path state;

    @Test
    void a_second_run_is_refused_with_the_name_of_the_first() {
        try (StateLock first = StateLock.take(state, "night", DATE.minusDays(1))) {
            assertThatThrownBy(() -> StateLock.take(state, "night", DATE))
                    .isInstanceOf(InputNotReady.class)
                    .hasMessage("Cannot run night for 2026-11-11: another run (pid "
                            + ProcessHandle.current().pid() + ", night 2026-11-10) holds " + state.resolve("lock")
                            + ". Wait for it or stop it, then run again.");
        }
    }

    @Test
    void a_run_of_another_process_is_named_too_and_its_death_frees_the_lock() throws Exception {
        Process child = KilledRun.child(RunStore.inFolder(state), "hold a");
        assertThat(child.inputReader().lines().anyMatch("holding a"::equals)).isTrue();
        String owner = "pid " + child.pid() + ", night 2026-11-11";
        assertThatThrownBy(() -> StateLock.take(state, "night", DATE)).hasMessageContaining("(" + owner + ") holds");
        assertThat(StateLock.owner(state)).contains(owner);
        child.destroyForcibly().waitFor();
        assertThat(StateLock.owner(state)).isEmpty();
        StateLock.take(state, "night", DATE).close();
    }

    @Test
    void nobody_owns_a_lock_that_was_given_up() throws Exception {
        StateLock.take(state, "night", DATE).close();
        assertThat(StateLock.owner(state)).isEmpty();
    }

    @Test
    void a_refused_run_leaves_the_lock_with_its_owner() throws Exception {
        try (StateLock first = StateLock.take(state, "night", DATE)) {
            assertThatThrownBy(() -> StateLock.take(state, "night", DATE)).isInstanceOf(InputNotReady.class);
            Process child = KilledRun.child(RunStore.inFolder(state), "a");
            assertThat(child.inputReader().lines().toList()).anyMatch(line -> line.contains("InputNotReady"));
            assertThat(child.waitFor()).isEqualTo(1);
        }
    }
}
