package io.siyu.pipelines.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {
    @ParameterizedTest
    @CsvSource({"0.25, 4, 39, 20", "3, 0.5, 0.001, 4", "900, 300, 400, 1500", "2000, 1, 1, 2500"})
    void probabilities_are_those_of_the_gamma_functions_also_where_the_first_is_smaller_than_any_double(
            double r, double alpha, double time, int most) {
        double[] at = new NegativeBinomial(r, alpha, time).upTo(most);
        double z = time / (alpha + time);
        for (int n = 0; n <= most; n++) {
            double log = Gamma.logGamma(r + n)
                    - Gamma.logGamma(r)
                    - Gamma.logGamma(n + 1.0)
                    + r * Math.log1p(-z)
                    + n * Math.log(z);
            assertThat(at[n]).isCloseTo(Math.exp(log), within(1e-9 * Math.exp(log) + 1e-300));
        }
    }
}
