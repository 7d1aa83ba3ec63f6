package io.siyu.pipelines.value.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.value.backtest.Gate.Round;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final List<Round> CHAMPION = times(4, 0.60, -0.20, 1.00, 0.50);

    @Test
    void better_in_ranking_and_total_and_hardly_worse_in_anything_is_promoted() {
        Gate.Verdict verdict = Gate.of(CHAMPION, times(4, 0.61, 0.10, 1.02, 0.49));
        assertThat(verdict.isPromoted()).isTrue();
        assertThat(verdict.reason()).isEqualTo("promoted: gini 0.6100 against 0.6000, |bias| 0.1000 against 0.2000");
    }

    @Test
    void one_measure_that_is_more_than_two_percent_worse_keeps_it_out() {
        assertThat(Gate.of(CHAMPION, times(4, 0.61, 0.10, 1.03, 0.50)))
                .isEqualTo(new Gate.Verdict(false, "not promoted: mae 1.0300 against 1.0000"));
        assertThat(Gate.of(CHAMPION, times(4, 0.61, 0.10, 1.00, 0.48)))
                .isEqualTo(new Gate.Verdict(false, "not promoted: corr 0.4800 against 0.5000"));
    }

    @Test
    void both_of_what_counts_first_must_be_better() {
        assertThat(Gate.of(CHAMPION, times(4, 0.60, 0.10, 1.00, 0.50)).isPromoted())
                .isFalse();
        assertThat(Gate.of(CHAMPION, times(4, 0.61, 0.20, 1.00, 0.50)).reason())
                .isEqualTo("not promoted: |bias| 0.2000 against 0.2000");
    }

    @Test
    void three_origins_decide_nothing() {
        assertThat(Gate.of(times(3, 0.60, -0.20, 1, 0.5), times(3, 0.70, 0, 0.5, 0.9))
                        .reason())
                .isEqualTo("not promoted: 3 origins of 4");
    }

    @Test
    void a_measure_that_cannot_be_told_keeps_it_out() {
        assertThat(Gate.of(CHAMPION, times(4, 0.61, 0.10, Double.NaN, 0.50)).isPromoted())
                .isFalse();
    }

    private static List<Round> times(int origins, double gini, double bias, double mae, double corr) {
        return Collections.nCopies(origins, new Round(gini, bias, Map.of("mae", mae), Map.of("corr", corr)));
    }
}
