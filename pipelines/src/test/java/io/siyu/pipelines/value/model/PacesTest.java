package io.siyu.pipelines.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** Customers of NBD, r = 0.8 and α = 10 weeks, drawn with fixed seeds; some groups at a pace of their own. */
class PacesTest {
    private static final List<Double> ALL = List.of(0.8, 10.0);
    private static final Paces PACES = new Paces(Family.NBD, ALL);

    @Test
    void groups_that_differ_by_chance_have_no_pace() {
        Map<String, Double> paces =
                PACES.of(Map.of("a", drawn(1, 4000, 0), "b", drawn(2, 3000, 0), "c", drawn(3, 300, 0)));
        assertThat(paces.keySet()).containsExactly("a", "b", "c");
        assertThat(paces.values()).allSatisfy(pace -> assertThat(pace).isCloseTo(0, within(0.04)));
    }

    @Test
    void groups_that_differ_have_their_own() {
        Map<String, Double> paces = PACES.of(Map.of("fast", drawn(1, 4000, 0.5), "slow", drawn(2, 4000, -0.5)));
        assertThat(paces.get("fast")).isCloseTo(0.5, within(0.06));
        assertThat(paces.get("slow")).isCloseTo(-0.5, within(0.06));
    }

    @Test
    void few_customers_say_little_and_none_that_bought_do_not_say_never() {
        Map<String, Double> paces = PACES.of(Map.of(
                "fast", drawn(1, 4000, 0.5),
                "slow", drawn(2, 4000, -0.5),
                "few", drawn(3, 10, 0.5),
                "silent", List.of(new Paces.Part(Cells.count(List.of(history(0), history(0), history(0))), 0))));
        assertThat(paces.get("few")).isBetween(-0.5, 0.9);
        assertThat(paces.get("silent")).isBetween(-0.9, -0.05);
    }

    @Test
    void a_pace_is_on_top_of_what_is_known() {
        Cells cells = drawn(1, 4000, 0.5).get(0).cells();
        Map<String, Double> paces = PACES.of(Map.of(
                "known", List.of(new Paces.Part(cells, 0.5)),
                "faster", List.of(new Paces.Part(cells, 0)),
                "slower", drawn(2, 4000, -0.5)));
        assertThat(paces.get("known")).isCloseTo(0, within(0.06));
        assertThat(paces.get("faster")).isCloseTo(0.5, within(0.06));
    }

    @Test
    void a_pace_divides_alpha() {
        assertThat(Paces.at(List.of(0.8, 10.0, 0.5, 7.0), Math.log(2))).isEqualTo(List.of(0.8, 5.0, 0.5, 7.0));
    }

    private static History history(int repeats) {
        return new History(repeats, repeats == 0 ? 0 : 26, 26);
    }

    private static List<Paces.Part> drawn(int seed, int customers, double pace) {
        RandomGenerator random = new Well19937c(seed);
        GammaDistribution rates = new GammaDistribution(random, 0.8, Math.exp(pace) / 10);
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double mean = Math.max(1e-12, rates.sample() * 26);
            histories.add(history(new PoissonDistribution(
                            random,
                            mean,
                            PoissonDistribution.DEFAULT_EPSILON,
                            PoissonDistribution.DEFAULT_MAX_ITERATIONS)
                    .sample()));
        }
        return List.of(new Paces.Part(Cells.count(histories), 0));
    }
}
