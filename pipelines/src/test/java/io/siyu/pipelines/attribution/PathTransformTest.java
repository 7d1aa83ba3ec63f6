package io.siyu.pipelines.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples are those of Snowplow's fractribution. */
class PathTransformTest {
    private static final List<String> WORKED = Journeys.touches("a>a>a>Direct>a>Direct>Direct");
    private static final List<String> README = Journeys.touches("D>A>B>B>C>D>C>C");

    @Test
    void every_touch_counts_when_all_do() {
        assertThat(PathTransform.all().of(README)).isEqualTo(README);
    }

    @Test
    void an_exposure_is_a_run_of_one_channel() {
        assertThat(PathTransform.exposure().of(WORKED)).containsExactly("a", "Direct", "a", "Direct");
        assertThat(PathTransform.exposure().of(README)).containsExactly("D", "A", "B", "C", "D", "C");
    }

    @Test
    void first_keeps_where_a_channel_was_first_met() {
        assertThat(PathTransform.first().of(WORKED)).containsExactly("a", "Direct");
        assertThat(PathTransform.first().of(README)).containsExactly("D", "A", "B", "C");
    }

    @Test
    void unique_forgets_the_order() {
        assertThat(PathTransform.unique().of(README)).containsExactly("A", "B", "C", "D");
    }

    @Test
    void a_channel_is_removed_at_the_end_or_everywhere_but_never_the_whole_path() {
        assertThat(PathTransform.removeIfLast("Direct").of(WORKED)).containsExactly("a", "a", "a", "Direct", "a");
        assertThat(PathTransform.remove("Direct").of(WORKED)).containsExactly("a", "a", "a", "a");
        List<String> direct = Journeys.touches("Direct>Direct");
        assertThat(PathTransform.removeIfLast("Direct").of(direct)).isEqualTo(direct);
        assertThat(PathTransform.remove("Direct").of(direct)).isEqualTo(direct);
    }

    @Test
    void the_newest_touches_are_the_last() {
        assertThat(PathTransform.newest(1).of(WORKED)).containsExactly("Direct");
        assertThat(PathTransform.newest(2).of(WORKED)).containsExactly("Direct", "Direct");
        assertThat(PathTransform.newest(9).of(WORKED)).isEqualTo(WORKED);
    }

    @Test
    void paths_that_become_one_are_counted_together() {
        Paths told = Journeys.of("a>a>b 1/2 10.10", "a>b 3/0 0.05", "b 0/1").told(PathTransform.exposure());
        assertThat(told.counted())
                .containsExactly(
                        new CountedPath(List.of("a", "b"), 4, new BigDecimal("10.15"), 2),
                        new CountedPath(List.of("b"), 0, BigDecimal.ZERO, 1));
        assertThat(told.channels()).containsExactly("a", "b");
    }
}
