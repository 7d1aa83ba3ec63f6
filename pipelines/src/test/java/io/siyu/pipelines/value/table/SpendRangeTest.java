package io.siyu.pipelines.value.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;

class SpendRangeTest {
    @Test
    void one_purchase_for_certain_with_p_1_is_a_lomax_value() {
        // P(spend > v) = (1 + v)^-k in units of γ + spent: the nine tenths of k = 3 are 10^(1/3) - 1
        SpendRange range = new SpendRange(new double[] {0, 1}, 1, 3);
        assertThat(range.quantile(0.9)).isCloseTo(Math.cbrt(10) - 1, within(1e-6));
    }

    @Test
    void who_buys_nothing_with_a_probability_above_the_level_may_spend_nothing() {
        SpendRange range = new SpendRange(new double[] {0.4, 0.6}, 1, 3);
        assertThat(range.quantile(0.1)).isZero();
        assertThat(range.quantile(0.9)).isPositive();
    }

    @Test
    void of_several_purchases_it_is_where_the_mixture_reaches_the_level() {
        double[] counts = {0.2, 0.3, 0.1, 0.25, 0.15};
        SpendRange range = new SpendRange(counts, 2.5, 7.5);
        for (double level : new double[] {0.21, 0.5, 0.9, 0.999}) {
            double value = range.quantile(level);
            double reached = counts[0];
            for (int n = 1; n < counts.length; n++) {
                reached += counts[n] * Beta.regularizedBeta(value / (1 + value), 2.5 * n, 7.5);
            }
            assertThat(reached).isCloseTo(level, within(1e-7));
        }
    }

    @Test
    void it_holds_for_young_and_for_old_customers_and_from_one_purchase_to_hundreds() {
        for (double known : new double[] {1.2, 20, 3000}) {
            for (int most : new int[] {1, 40, 400}) {
                double[] counts = new double[most + 1];
                Arrays.fill(counts, 1.0 / (most + 1));
                SpendRange range = new SpendRange(counts, 6.25, known);
                for (double level : new double[] {0.51, 0.9}) {
                    double value = range.quantile(level);
                    double reached = counts[0];
                    for (int n = 1; n < counts.length; n++) {
                        reached += counts[n] * Beta.regularizedBeta(value / (1 + value), 6.25 * n, known);
                    }
                    assertThat(reached).as("%s known, %s days", known, most).isCloseTo(level, within(1e-5));
                }
            }
        }
    }
}
