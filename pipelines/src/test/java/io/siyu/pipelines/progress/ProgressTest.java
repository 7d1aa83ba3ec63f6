package io.siyu.pipelines.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.batch.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong nanos = new AtomicLong();

    private String shown() {
        String shown = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return shown;
    }

    @Test
    void a_log_gets_one_line_per_start_and_end() {
        Progress progress = new PlainProgress(out);
        progress.stepStarted("dwd.order_line");
        progress.stepDone(RunTableTest.written("dwd.order_line", 12_345));
        progress.stepFailed(RunTableTest.rejected("dws.customer_day"));
        assertThat(shown()).isEqualTo("""
                        dwd.order_line  started
                        dwd.order_line  written  12,345 rows  3.2 s
                        dws.customer_day  rejected  31 s  Cannot accept dws.customer_day: 1 of 9 rules failed. Look at it.
                        """);
    }

    @Test
    void a_terminal_counts_the_seconds_of_a_running_step_in_place() {
        LiveProgress progress = LiveProgress.of(out, 80, nanos::get);
        progress.stepStarted("dwd.order_line");
        assertThat(shown()).isEqualTo("  dwd.order_line  0 s\n");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(7));
        progress.tick();
        assertThat(shown()).isEqualTo("\u001b[1A\r\u001b[J  dwd.order_line  7 s\n");
    }

    @Test
    void a_terminal_scrolls_ended_steps_above_the_running_ones() {
        LiveProgress progress = LiveProgress.of(out, 80, nanos::get);
        progress.stepStarted("a");
        progress.stepStarted("b");
        shown();
        progress.stepDone(RunTableTest.written("a", 1));
        assertThat(shown()).isEqualTo("\u001b[2A\r\u001b[Ja  written  1 row  3.2 s\n  b  0 s\n");
        progress.close();
        assertThat(shown()).isEqualTo("\u001b[1A\r\u001b[J");
    }

    @Test
    void a_line_never_wraps_or_the_repaint_would_climb_too_low() {
        LiveProgress progress = LiveProgress.of(out, 20, nanos::get);
        progress.stepStarted("dws.customer_day_of_all_domains");
        assertThat(shown()).isEqualTo("  dws.customer_day_\n");
    }

    @Test
    void seconds_grow_into_minutes() {
        assertThat(StepLine.seconds(Duration.ofMillis(9_960))).isEqualTo("9.9 s");
        assertThat(StepLine.seconds(Duration.ofSeconds(48))).isEqualTo("48 s");
        assertThat(StepLine.seconds(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
    }
}
