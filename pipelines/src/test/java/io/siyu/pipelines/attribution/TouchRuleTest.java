package io.siyu.pipelines.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TouchRuleTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** The fixture of eeghor/mta. */
    private final Paths mta = Journeys.of("direct 2/1", "search>email 3/2", "search>social>email 5/4");

    @Test
    void first_and_last_take_all() {
        assertThat(credits(TouchRule.first(), mta))
                .isEqualTo(Map.of("direct", 2.0, "search", 8.0, "email", 0.0, "social", 0.0));
        assertThat(credits(TouchRule.last(), mta))
                .isEqualTo(Map.of("direct", 2.0, "email", 8.0, "search", 0.0, "social", 0.0));
    }

    @Test
    void linear_gives_every_touch_the_same() {
        Credits credits = TouchRule.linear().of(mta);
        assertThat(credits.conversions("search")).isCloseTo(19.0 / 6, EXACT);
        assertThat(credits.conversions("email")).isCloseTo(19.0 / 6, EXACT);
        assertThat(credits.conversions("social")).isCloseTo(5.0 / 3, EXACT);
    }

    @Test
    void position_gives_most_to_both_ends() {
        Credits credits = TouchRule.position(0.4, 0.4).of(mta);
        assertThat(credits.conversions("search")).isCloseTo(3.5, EXACT);
        assertThat(credits.conversions("email")).isCloseTo(3.5, EXACT);
        assertThat(credits.conversions("social")).isCloseTo(1, EXACT);
    }

    @Test
    void of_two_touches_each_end_gets_its_part() {
        Credits credits = TouchRule.position(0.3, 0.7).of(Journeys.of("a>b 10/0"));
        assertThat(credits.conversions("a")).isCloseTo(3, EXACT);
        assertThat(credits.conversions("b")).isCloseTo(7, EXACT);
        assertThat(TouchRule.position(0, 0).shares(Journeys.touches("a>b"))).containsExactly(0.5, 0.5);
        assertThatThrownBy(() -> TouchRule.position(0.7, 0.7)).hasMessageContaining("0.7");
    }

    /** Row results of Snowplow's attribution package, 0.5.1. */
    @Test
    void value_goes_where_conversions_go() {
        Paths paths = Journeys.of("Organic>Direct2 1/0 66.50", "Direct>Organic>Direct 1/0 140");
        assertThat(TouchRule.linear().of(paths).value("Direct")).isCloseTo(2 * 46.666666666667, within(1e-9));
        assertThat(TouchRule.position(0.4, 0.4).of(paths).value("Direct")).isCloseTo(112, EXACT);
        assertThat(TouchRule.position(0.4, 0.4).of(paths).value("Organic")).isCloseTo(28 + 33.25, EXACT);
        assertThat(TouchRule.last().of(paths).value("Direct2")).isCloseTo(66.5, EXACT);
    }

    @Test
    void the_last_that_is_not_direct_closes_unless_all_are() {
        Paths paths = Journeys.of("ad>live>direct>direct 4/0", "direct>direct 2/0", "direct>ad 1/0");
        Credits credits = TouchRule.lastOtherThan("direct").of(paths);
        assertThat(credits.conversions("live")).isEqualTo(4);
        assertThat(credits.conversions("direct")).isEqualTo(2);
        assertThat(credits.conversions("ad")).isEqualTo(1);
    }

    @Test
    void a_touch_counts_half_after_a_half_life() {
        double[] shares = TouchRule.decayed(new double[] {38, 33, 26, 8, 0}, 7);
        double[] expected = {175.195176, 287.437594, 574.875187, 3417.044981, 7545.447062};
        for (int i = 0; i < expected.length; i++) {
            assertThat(12_000 * shares[i]).isCloseTo(expected[i], within(1e-6));
        }
    }

    @Test
    void without_times_age_is_how_many_touches_follow() {
        assertThat(TouchRule.decay(1).shares(Journeys.touches("a>b>c")))
                .containsExactly(new double[] {1.0 / 7, 2.0 / 7, 4.0 / 7}, EXACT);
    }

    @Test
    void very_old_touches_leave_shares_of_one() {
        double[] shares = TouchRule.decayed(new double[] {1e6, 1e6 - 7}, 7);
        assertThat(shares).containsExactly(new double[] {1.0 / 3, 2.0 / 3}, EXACT);
    }

    private static Map<String, Double> credits(Model model, Paths paths) {
        Credits credits = model.of(paths);
        Map<String, Double> of = new TreeMap<>();
        credits.channels().forEach(channel -> of.put(channel, credits.conversions(channel)));
        return of;
    }
}
