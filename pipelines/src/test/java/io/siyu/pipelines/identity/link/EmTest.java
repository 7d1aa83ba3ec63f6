package io.siyu.pipelines.identity.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmTest {
    private static final int STRANGERS = 400_000;
    private static final int TRUE = 4_000;

    private static final LinkSpec SPEC = new LinkSpec(
            "id",
            1,
            0.9,
            0.5,
            100,
            List.of(exact("a"), exact("b"), exact("c"), exact("d")),
            List.of(new LinkSpec.Block(List.of("a")), new LinkSpec.Block(List.of("b"))),
            List.of());
    private static final double[] M = {0.9, 0.8, 0.7, 0.95};
    private static final double[] U = {0.01, 0.002, 0.05, 0.1};

    @Test
    void what_made_the_pairs_is_found_again() {
        Random random = new Random(5);
        Map<Long, Long> chance = new HashMap<>();
        Map<List<Long>, Long> found = new HashMap<>();
        for (int i = 0; i < STRANGERS + TRUE; i++) {
            double[] agree = i < TRUE ? M : U;
            long pattern = 0;
            for (int place = 0; place < M.length; place++) {
                pattern = Pattern.with(pattern, place, random.nextDouble() < agree[place] ? 1 : 0);
            }
            chance.merge(pattern, 1L, Long::sum);
            long rules = Pattern.level(pattern, 0) + 2L * Pattern.level(pattern, 1);
            if (rules > 0) {
                found.merge(List.of(rules, pattern), 1L, Long::sum);
            }
        }
        List<Tally> blocked = new ArrayList<>(found.entrySet().stream()
                .map(e -> new Tally(e.getKey().get(0), e.getKey().get(1), e.getValue()))
                .toList());
        List<Tally> drawn = new ArrayList<>(chance.entrySet().stream()
                .map(e -> new Tally(0, e.getKey(), e.getValue()))
                .toList());
        Model model = fit(blocked, drawn);
        for (int place = 0; place < M.length; place++) {
            assertThat(model.m()[place][1]).isCloseTo(M[place], within(0.03));
            assertThat(model.u()[place][1]).isCloseTo(U[place], within(0.1 * U[place]));
        }
        double blockable = 1 - (1 - M[0]) * (1 - M[1]);
        assertThat(model.prior() * (STRANGERS + TRUE)).isCloseTo(blockable * TRUE, within(0.03 * TRUE));
        assertThat(Recall.of(blocked, model).found()).isCloseTo(blockable * TRUE, within(0.03 * TRUE));
        Collections.shuffle(blocked, random);
        Collections.shuffle(drawn, random);
        assertThat(fit(blocked, drawn).text()).isEqualTo(model.text());
    }

    @Test
    void few_pairs_do_not_outweigh_what_the_spec_says() {
        List<Double> same = List.of(0.1, 0.9);
        List<Double> strangers = List.of(0.999, 0.001);
        LinkSpec spec = new LinkSpec(
                "id",
                1,
                0.9,
                0.5,
                100,
                List.of(new LinkSpec.Comparison("a", Kind.EXACT, same, strangers)),
                List.of(new LinkSpec.Block(List.of("a"))),
                List.of(),
                new LinkSpec.Said(0.0001, List.of()));
        List<Tally> one = List.of(new Tally(1, Pattern.with(0, 0, 1), 1));
        Model model = new Em(spec, one, one, 1).fit(Frequencies.none(1));
        assertThat(model.prior()).isCloseTo(0.0001, within(0.00001));
        assertThat(model.u()[0][1]).isCloseTo(0.001, within(0.0001));
        assertThat(model.m()[0][1]).isCloseTo(0.9, within(0.01));
    }

    private static Model fit(List<Tally> found, List<Tally> random) {
        return new Em(SPEC, found, random, STRANGERS + TRUE).fit(Frequencies.none(M.length));
    }

    private static LinkSpec.Comparison exact(String column) {
        return new LinkSpec.Comparison(column, Kind.EXACT);
    }
}
