package io.siyu.pipelines.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every family, whatever the parameters. */
class LawsTest {
    private static final List<History> SOME = List.of(
            new History(0, 0, 30),
            new History(0, 0, 0),
            new History(1, 0.5, 30),
            new History(3, 20, 30),
            new History(40, 29.5, 30),
            new History(150, 10, 400));

    @ParameterizedTest
    @EnumSource(Family.class)
    void slopes_are_those_of_the_value(Family family) {
        Likelihood likelihood = Likelihood.of(family, Cells.count(SOME));
        for (double[] theta : family.starts(20)) {
            double[] slope = new double[theta.length];
            likelihood.at(theta, slope);
            for (int i = 0; i < theta.length; i++) {
                double[] up = theta.clone();
                double[] down = theta.clone();
                up[i] += 1e-5;
                down[i] -= 1e-5;
                double[] unused = new double[theta.length];
                double measured = (likelihood.at(up, unused) - likelihood.at(down, unused)) / 2e-5;
                assertThat(slope[i]).isCloseTo(measured, within(1e-5 * (1 + Math.abs(measured))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void probabilities_of_counts_sum_to_one_and_their_mean_is_the_expectation(Family family) {
        OrderModel model = family.model(parameters(family));
        for (History history : SOME.subList(0, 5)) {
            double[] counts = model.counts(history, 26, 900);
            double mean = 0;
            for (int n = 0; n < counts.length; n++) {
                mean += n * counts[n];
            }
            assertThat(Arrays.stream(counts).sum()).isCloseTo(1, within(1e-9));
            assertThat(mean).isCloseTo(model.expected(history, 26), Percentage.withPercentage(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void expectations_grow_with_the_horizon_and_discounts_take_from_them(Family family) {
        OrderModel model = family.model(parameters(family));
        for (History history : SOME) {
            double before = 0;
            for (double horizon : new double[] {30 / 7.0, 90 / 7.0, 180 / 7.0, 365 / 7.0}) {
                double expected = model.expected(history, horizon);
                assertThat(expected).isGreaterThanOrEqualTo(before);
                assertThat(model.discounted(history, horizon, 0.002)).isBetween(expected * 0.89, expected);
                assertThat(model.discounted(history, horizon, 0)).isCloseTo(expected, within(1e-12));
                before = expected;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void a_fit_depends_on_how_many_have_a_history_and_on_no_order(Family family) {
        OrderModel truth = family.model(parameters(family));
        List<History> customers = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            double age = 10 + random.nextInt(20);
            int x = quantile(truth.counts(age, 200), random.nextDouble());
            customers.add(new History(x, x == 0 ? 0 : age * (0.3 + 0.7 * random.nextDouble()), age));
        }
        Map<History, Integer> counted = new HashMap<>();
        customers.forEach(c -> counted.merge(c, 1, Integer::sum));
        Fit fit = Fit.of(family, Cells.count(customers));
        Collections.shuffle(customers, random);
        assertThat(Fit.of(family, Cells.count(customers))).isEqualTo(fit);
        assertThat(Fit.of(family, Cells.of(counted))).isEqualTo(fit);
    }

    @Test
    void histories_that_cannot_be_are_named() {
        assertThatThrownBy(() -> new History(2, 5, 4))
                .hasMessage(
                        "Invalid history of a customer: x 2, recency 5.0, age 4.0; expected x from 0, 0 <= recency <= age, and"
                                + " recency 0 when x is 0.");
        assertThatThrownBy(() -> Family.NBD.model(1, -2))
                .hasMessage("Invalid parameters of NBD: [1.0, -2.0]; expected positive [r, alpha].");
    }

    private static double[] parameters(Family family) {
        return family == Family.NBD ? new double[] {.5, 6} : new double[] {.5, 6, .8, 2.5};
    }

    private static int quantile(double[] counts, double level) {
        double sum = 0;
        int n = 0;
        while (n < counts.length - 1 && (sum += counts[n]) < level) {
            n++;
        }
        return n;
    }
}
