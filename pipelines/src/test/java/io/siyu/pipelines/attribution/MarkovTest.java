package io.siyu.pipelines.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MarkovTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** Of eeghor/mta. */
    @Test
    void a_worked_example_of_three_paths() {
        Paths paths = Journeys.of("direct 2/1", "search>email 3/2", "search>social>email 5/4");
        Markov.Effects effects = new Markov(1).effects(paths);
        assertThat(effects.converted()).isCloseTo(10.0 / 17, EXACT);
        assertThat(paths.channels()).containsExactly("direct", "email", "search", "social");
        assertThat(effects.conversions()).containsExactly(new double[] {0.2, 0.8, 0.8, 18.0 / 35}, EXACT);
        Credits credits = new Markov(1).of(paths);
        assertThat(credits.conversions())
                .containsExactly(new double[] {0.86419753, 3.45679012, 3.45679012, 2.22222222}, within(1e-8));
    }

    @Test
    void a_channel_that_all_pass_takes_all_conversions_with_it() {
        Markov.Effects effects = new Markov(1).effects(Journeys.of("a>b 3/1", "a>c 1/1"));
        assertThat(effects.converted()).isCloseTo(2.0 / 3, EXACT);
        assertThat(effects.conversions()).containsExactly(new double[] {1, 0.75, 0.25}, EXACT);
    }

    /** By hand, serhiipuzyrov.com 2019. */
    @Test
    void an_example_solved_by_hand() {
        Credits credits = new Markov(1).of(Journeys.of("Google 2/1", "Mailing 1/0", "Google>Mailing 1/0"));
        assertThat(credits.conversions("Google")).isCloseTo(2.4, EXACT);
        assertThat(credits.conversions("Mailing")).isCloseTo(1.6, EXACT);
    }

    @Test
    void nobody_converted_is_nobodys_credit() {
        Credits credits = new Markov(2).of(Journeys.of("a>b 0/3"));
        assertThat(credits.conversions()).containsExactly(0, 0);
    }

    @Test
    void the_only_channel_gets_all() {
        Credits credits = new Markov(3).of(Journeys.of("a 2/3 5", "a>a>a>a 1/4 7"));
        assertThat(credits.conversions("a")).isCloseTo(3, EXACT);
        assertThat(credits.value("a")).isCloseTo(12, EXACT);
    }

    @Property(tries = 40)
    void moving_journeys_on_solves_what_decomposition_solves(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 4) int order) {
        Paths paths = random(seed);
        Absorption absorption = new Absorption(Chain.of(paths, order));
        BitSet closed = new BitSet();
        for (int c = 0; c <= paths.channels().size(); c++) {
            Absorption.Ends swept = absorption.swept(closed);
            Absorption.Ends direct = absorption.decomposed(closed);
            assertThat(swept.converted()).isCloseTo(direct.converted(), EXACT);
            assertThat(swept.value()).isCloseTo(direct.value(), within(1e-9));
            assertThat(swept.underway()).isLessThanOrEqualTo(1e-17);
            closed.clear();
            closed.set(c);
        }
    }

    @Property(tries = 40)
    void a_chain_of_any_order_converts_as_journeys_did_and_credits_add_up(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 4) int order) {
        Paths paths = random(seed);
        double journeys = paths.conversions() + paths.nulls();
        Absorption.Ends ends = new Absorption(Chain.of(paths, order)).without(new BitSet());
        assertThat(ends.converted()).isCloseTo(paths.conversions() / journeys, EXACT);
        assertThat(ends.value()).isCloseTo(paths.value().doubleValue() / journeys, within(1e-9));
        Credits credits = new Markov(order).of(paths);
        assertThat(sum(credits.conversions())).isCloseTo(paths.conversions(), within(1e-9));
        assertThat(sum(credits.value())).isCloseTo(paths.value().doubleValue(), within(1e-7));
    }

    @Property(tries = 20)
    void touches_that_repeat_at_once_change_nothing_at_order_one(@ForAll @IntRange(max = 100_000) int seed) {
        Paths paths = random(seed);
        double[] as = new Markov(1).effects(paths).conversions();
        double[] runs =
                new Markov(1).effects(paths.told(PathTransform.exposure())).conversions();
        assertThat(runs).containsExactly(as, within(1e-11));
    }

    @Property(tries = 10)
    void paths_may_be_counted_in_any_order(@ForAll @IntRange(max = 100_000) int seed) {
        Paths paths = random(seed);
        List<CountedPath> shuffled = new ArrayList<>(paths.counted());
        Collections.shuffle(shuffled, new Random(seed + 1L));
        PathCounter counter = new PathCounter();
        shuffled.forEach(p -> counter.add(p.touches(), p.conversions(), p.value(), p.nulls()));
        assertThat(counter.paths()).isEqualTo(paths);
    }

    private static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }

    /** Journeys among five channels, some of which repeat; somebody converts. */
    private static Paths random(int seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of("a>b>a 1/1 3.50"));
        for (int i = 0; i < 30; i++) {
            StringBuilder path = new StringBuilder();
            for (int t = random.nextInt(6); t >= 0; t--) {
                path.append(path.isEmpty() ? "" : ">").append((char) ('a' + random.nextInt(5)));
            }
            int conversions = random.nextInt(3);
            lines.add(path + " " + conversions + "/" + random.nextInt(4) + " "
                    + conversions * (random.nextInt(2000) + 1) / 4.0);
        }
        return Journeys.of(lines.toArray(String[]::new));
    }
}
