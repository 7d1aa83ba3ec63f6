package io.siyu.pipelines.value.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final double[] COUNTS = {0.5, 0.3, 0.15, 0.05};

    @Test
    void quantiles_by_hand() {
        assertThat(Calibration.quantile(COUNTS, 0.1)).isZero();
        assertThat(Calibration.quantile(COUNTS, 0.5)).isZero();
        assertThat(Calibration.quantile(COUNTS, 0.51)).isEqualTo(1);
        assertThat(Calibration.quantile(COUNTS, 0.99)).isEqualTo(3);
    }

    @Test
    void honest_predictions_are_flat_and_hold_at_least_their_level() {
        Calibration honest = new Calibration();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            honest.add(COUNTS, Calibration.quantile(COUNTS, random.nextDouble()));
        }
        for (double bin : honest.pit()) {
            assertThat(bin).isCloseTo(0.1, within(0.005));
        }
        assertThat(honest.coverage()[0]).isGreaterThanOrEqualTo(0.5);
        assertThat(honest.coverage()[1]).isGreaterThanOrEqualTo(0.8);
        assertThat(honest.logScore()).isCloseTo(-1.142, within(0.02));
    }

    @Test
    void too_low_predictions_rise_to_the_right() {
        Calibration low = new Calibration();
        low.add(COUNTS, 3);
        low.add(COUNTS, 9);
        assertThat(low.pit()[9]).isCloseTo(1, within(1e-12));
        assertThat(low.coverage()[1]).isZero();
    }
}
