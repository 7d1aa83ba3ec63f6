package io.siyu.pipelines.attribution;

import static io.siyu.pipelines.attribution.Shapley.Worth.RATE;
import static io.siyu.pipelines.attribution.Shapley.Worth.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ShapleyTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void worked_examples() {
        Credits two = new Shapley(TOTAL, 2, 1).of(Journeys.of("a 4/0", "a>b 6/0"));
        assertThat(two.conversions()).containsExactly(new double[] {7, 3}, EXACT);
        Credits four = new Shapley(TOTAL, 2, 1).of(Journeys.of("a>b>c>d 10/0"));
        assertThat(four.conversions()).containsExactly(new double[] {2.5, 2.5, 2.5, 2.5}, EXACT);
    }

    /** Rates: a 1/2, b 1/4, both 3/6 of all who met nothing else; a adds (1/2 + 1/4) / 2, b (1/4 + 0) / 2. */
    @Test
    void a_rate_by_hand() {
        Shapley.Values values = new Shapley(RATE, 2, 1).values(Journeys.of("a 1/1", "b 1/3", "a>b 4/2"));
        assertThat(values.conversions())
                .containsExactly(new double[] {(0.5 + (0.5 - 0.25)) / 2, (0.25 + 0.0) / 2}, EXACT);
    }

    @Property(tries = 30)
    void coalitions_give_what_the_closed_form_gives(@ForAll @IntRange(max = 100_000) int seed) {
        Paths paths = random(seed, 6);
        Shapley shapley = new Shapley(TOTAL, 2, 1);
        assertThat(shapley.values(paths).conversions())
                .containsExactly(shapley.of(paths).conversions(), EXACT);
        assertThat(shapley.values(paths).value())
                .containsExactly(shapley.of(paths).value(), within(1e-7));
    }

    @Property(tries = 30)
    void values_add_up_to_the_worth_of_all_and_credits_to_all_conversions(@ForAll @IntRange(max = 100_000) int seed) {
        Paths paths = random(seed, 6);
        Shapley shapley = new Shapley(RATE, 2, 1);
        double all = (double) paths.conversions() / (paths.conversions() + paths.nulls());
        assertThat(sum(shapley.values(paths).conversions())).isCloseTo(all, EXACT);
        assertThat(sum(shapley.of(paths).conversions())).isCloseTo(paths.conversions(), EXACT);
    }

    @Test
    void what_is_drawn_is_within_its_error_of_what_is_exact_and_the_same_again() {
        Paths paths = random(7, Shapley.EXACT);
        ChannelSets sets = ChannelSets.of(paths);
        Orders orders = new Orders(sets, RATE);
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            orders.draw(random);
        }
        double[] exact = new Shapley(RATE, 2, 1).values(paths).conversions();
        Shapley.Values drawn = orders.values();
        for (int c = 0; c < exact.length; c++) {
            assertThat(drawn.conversionErrors()[c]).isPositive();
            assertThat(Math.abs(drawn.conversions()[c] - exact[c])).isLessThan(4 * drawn.conversionErrors()[c]);
        }
    }

    @Test
    void more_channels_than_coalitions_can_be_valued_for_are_drawn_with_a_seed() {
        Paths paths = random(11, Shapley.EXACT + 5);
        Shapley.Values once = new Shapley(RATE, 50, 9).values(paths);
        Shapley.Values again = new Shapley(RATE, 50, 9).values(paths);
        Shapley.Values other = new Shapley(RATE, 50, 10).values(paths);
        assertThat(once.conversions()).isEqualTo(again.conversions()).isNotEqualTo(other.conversions());
        assertThat(once.valueErrors()).isEqualTo(again.valueErrors());
        assertThat(sum(once.valueErrors())).isPositive();
    }

    @Test
    void a_channel_that_only_lies_on_paths_without_conversions_gets_nothing() {
        Paths paths = Journeys.of("a 3/1", "b 2/2", "a>z 0/5");
        assertThat(new Shapley(TOTAL, 2, 1).of(paths).conversions("z")).isZero();
        assertThat(new Shapley(RATE, 2, 1).of(paths).conversions("z")).isZero();
        assertThat(new Shapley(RATE, 2, 1).values(paths).conversions()[2]).isNegative();
    }

    @Property(tries = 20)
    void ordered_parts_add_up_to_what_a_channel_gets_without_an_order(@ForAll @IntRange(max = 100_000) int seed) {
        Paths paths = random(seed, 6);
        Credits set = new Shapley(TOTAL, 2, 1).of(paths);
        double[] sums = new double[set.channels().size()];
        OrderedShapley.of(paths).forEach(part -> sums[set.channels().indexOf(part.channel())] += part.conversions());
        assertThat(sums).containsExactly(set.conversions(), EXACT);
    }

    @Test
    void an_ordered_part_tells_who_opens_and_who_closes() {
        assertThat(OrderedShapley.of(Journeys.of("a>b>a 4/0 8", "b 1/1 2")))
                .containsExactly(
                        new OrderedShapley.Part("a", 1, 2, 4),
                        new OrderedShapley.Part("b", 1, 1, 2),
                        new OrderedShapley.Part("b", 2, 2, 4));
    }

    private static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }

    /** Journeys among so many channels, each of which is met by somebody who converts and by somebody who does not. */
    private static Paths random(int seed, int channels) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20 * channels; i++) {
            StringBuilder path = new StringBuilder().append((char) ('a' + i % channels));
            for (int t = random.nextInt(4); t > 0; t--) {
                path.append('>').append((char) ('a' + random.nextInt(channels)));
            }
            lines.add(
                    path + " " + (1 + random.nextInt(3)) + "/" + (1 + random.nextInt(9)) + " " + random.nextInt(5000));
        }
        return Journeys.of(lines.toArray(String[]::new));
    }
}
