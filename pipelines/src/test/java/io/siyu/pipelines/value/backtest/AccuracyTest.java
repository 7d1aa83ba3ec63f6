package io.siyu.pipelines.value.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    private static final double[] ACTUAL = {0, 0, 0, 1, 0, 2, 0, 0, 3, 4};

    @Test
    void what_is_perfect_is_1_and_0() {
        Accuracy perfect = Accuracy.of(ACTUAL, ACTUAL);
        assertThat(perfect.gini()).isEqualTo(1);
        assertThat(perfect.mae()).isZero();
        assertThat(perfect.bias()).isZero();
        assertThat(perfect.rankCorrelation()).isCloseTo(1, within(1e-12));
        assertThat(perfect.topShare()).isEqualTo(0.4);
    }

    @Test
    void errors_by_hand() {
        Accuracy accuracy = Accuracy.of(new double[] {1, 0, 3, 1}, new double[] {0, 0, 4, 2});
        assertThat(accuracy.bias()).isCloseTo(5 / 6.0 - 1, within(1e-12));
        assertThat(accuracy.mae()).isEqualTo(0.75);
        assertThat(accuracy.rmse()).isCloseTo(Math.sqrt(0.75), within(1e-12));
        assertThat(accuracy.correlation()).isCloseTo(6.5 / Math.sqrt(4.75 * 11), within(1e-12));
    }

    @Test
    void equal_predictions_rank_nobody() {
        double[] equal = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        assertThat(Accuracy.of(equal, ACTUAL).gini()).isCloseTo(0, within(1e-12));
        assertThat(Accuracy.of(equal, ACTUAL).topShare()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void turned_around_the_gini_is_negative_and_scale_changes_nothing() {
        double[] wrong = {4, 4, 4, 3, 4, 2, 4, 4, 1, 0};
        double[] half = {0, 0, 0, .5, 0, 1, 0, 0, 1.5, 2};
        assertThat(Accuracy.of(wrong, ACTUAL).gini()).isCloseTo(-1, within(1e-12));
        assertThat(Accuracy.of(half, ACTUAL).gini()).isEqualTo(1);
    }

    @Test
    void tenths_hold_all_even_when_customers_do_not_divide_by_ten() {
        double[] predicted = {5, 4, 3, 2, 1, 0, 0};
        double[] actual = {3, 6, 0, 1, 1, 1, 0};
        List<Accuracy.Decile> deciles = Accuracy.deciles(predicted, actual);
        assertThat(deciles).hasSize(10);
        assertThat(deciles.get(0).predicted()).isCloseTo(5, within(1e-12));
        assertThat(deciles.stream().mapToDouble(Accuracy.Decile::actual).sum() * 0.7)
                .isCloseTo(12, within(1e-9));
    }
}
