package io.siyu.pipelines.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRunTest {
    @TempDir
    Path state;

    @Test
    void a_killed_run_is_resumed_and_only_the_killed_step_runs_again() throws Exception {
        assertThat(KilledRun.inChild(RunStore.inFolder(state), "c")).isEqualTo(137);
        RunResult resumed = KilledRun.run(RunStore.inFolder(state), KilledRun.NEVER);
        assertThat(KilledRun.started(state)).containsExactly("a", "b", "c", "c", "d");
        assertThat(resumed.runId()).isEqualTo("night-2026-11-11-1");
        assertThat(resumed.resumed()).isTrue();
        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.steps())
                .extracting(StepResult::verdict)
                .containsExactly("done earlier", "done earlier", "written", "written");
    }

    @Test
    void a_run_killed_twice_is_resumed_twice() throws Exception {
        KilledRun.inChild(RunStore.inFolder(state), "b");
        KilledRun.inChild(RunStore.inFolder(state), "d");
        RunResult resumed = KilledRun.run(RunStore.inFolder(state), KilledRun.NEVER);
        assertThat(KilledRun.started(state)).containsExactly("a", "b", "b", "c", "d", "d");
        assertThat(resumed.exitCode()).isZero();
    }
}
