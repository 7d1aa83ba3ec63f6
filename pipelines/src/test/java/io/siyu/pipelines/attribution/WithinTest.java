package io.siyu.pipelines.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How models share one conversion among the touches of its path. */
class WithinTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private final Paths paths = Journeys.of("direct 2/1", "search>email 3/2", "search>social>email 5/4");

    /** Removal effects are 0.8 of search and email, 18/35 of social: as 14 to 14 to 9. */
    @Test
    void markov_shares_a_path_by_the_removal_effects_of_its_channels() {
        TouchRule rule = new Markov(1).within(paths);
        assertThat(rule.shares(List.of("search", "social", "email")))
                .containsExactly(new double[] {14.0 / 37, 9.0 / 37, 14.0 / 37}, EXACT);
        assertThat(rule.shares(List.of("direct"))).containsExactly(1);
    }

    @Test
    void touches_of_one_channel_share_what_it_gets() {
        assertThat(TouchRule.byWorth(Map.of("a", 3.0, "b", 1.0)).shares(List.of("a", "b", "a")))
                .containsExactly(new double[] {0.375, 0.25, 0.375}, EXACT);
        assertThat(new Shapley(Shapley.Worth.TOTAL, 2, 1).within(paths).shares(List.of("a", "b", "a")))
                .containsExactly(new double[] {0.25, 0.5, 0.25}, EXACT);
    }

    @Test
    void where_no_channel_is_worth_anything_all_get_the_same() {
        assertThat(TouchRule.byWorth(Map.of("c", 1.0)).shares(List.of("a", "b")))
                .containsExactly(0.5, 0.5);
    }

    /** By hand: journeys that met no other than a convert at 1/2, than b at 0, than both at 6/9. */
    @Test
    void shapley_of_rates_shares_a_path_by_the_values_of_its_channels() {
        Paths rates = Journeys.of("a 1/1", "b 0/2", "a>b 5/0");
        TouchRule rule = new Shapley(Shapley.Worth.RATE, 2, 1).within(rates);
        double a = 0.5 * 0.5 + 0.5 * (6.0 / 9);
        double b = 0.5 * 0 + 0.5 * (6.0 / 9 - 0.5);
        assertThat(rule.shares(List.of("b", "a"))).containsExactly(new double[] {b / (a + b), a / (a + b)}, EXACT);
    }

    @Test
    void rules_of_touches_need_to_see_no_other_path() {
        TouchRule last = TouchRule.last();
        assertThat(last.within(paths)).isSameAs(last);
    }

    @Test
    void leave_one_out_shares_a_path_by_the_rates_of_shorter_ones() {
        TouchRule rule = new LeaveOneOut().within(Journeys.of("a>b 1/1", "a 1/3"));
        assertThat(rule.shares(List.of("a", "b"))).containsExactly(new double[] {0.5 / 0.75, 0.25 / 0.75}, EXACT);
    }
}
