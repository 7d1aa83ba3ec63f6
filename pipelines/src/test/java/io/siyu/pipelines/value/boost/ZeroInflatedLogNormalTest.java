package io.siyu.pipelines.value.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ZeroInflatedLogNormalTest {
    private static final ZeroInflatedLogNormal SPEND = new ZeroInflatedLogNormal(0.3, 9, 0.8);

    @Test
    void the_mean_is_that_of_all_quantiles() {
        int steps = 1_000_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += SPEND.quantile((i + 0.5) / steps);
        }
        assertThat(SPEND.mean()).isCloseTo(sum / steps, within(1e-4 * SPEND.mean()));
    }

    @Test
    void most_customers_who_mostly_spend_nothing_are_within_nothing() {
        assertThat(SPEND.quantile(0.7)).isZero();
        assertThat(SPEND.quantile(0.85)).isCloseTo(Math.exp(9), within(1e-6));
        assertThat(SPEND.holds(0.3, 0)).isTrue();
        assertThat(SPEND.holds(0.3, 1)).isFalse();
        assertThat(SPEND.holds(0.8, Math.exp(9))).isTrue();
        assertThat(SPEND.holds(0.8, -500)).as("what went back is nothing").isTrue();
    }
}
