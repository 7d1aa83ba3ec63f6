package io.siyu.pipelines.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** 88,387 journeys on 10,000 paths: the example of the R package ChannelAttribution, and exact results beside it. */
class PathDataTest {
    private static final Path DATA = Path.of("../../shared/data/attribution");
    private static final double TOLERANCE = 1e-8;

    @TestFactory
    Stream<DynamicTest> every_model_gives_the_reference_results() throws IOException {
        Paths paths = paths();
        Paths exposure = paths.told(PathTransform.exposure());
        Map<String, Credits> credits = new LinkedHashMap<>();
        credits.put("first_touch", TouchRule.first().of(paths));
        credits.put("last_touch", TouchRule.last().of(paths));
        credits.put("linear_touch", TouchRule.linear().of(paths));
        credits.put("linear_unique_eq_set_shapley", new Shapley(Shapley.Worth.TOTAL, 2, 1).of(paths));
        credits.put("position_40_20_40", TouchRule.position(0.4, 0.4).of(paths));
        credits.put("position_40_20_40_exposure", TouchRule.position(0.4, 0.4).of(exposure));
        credits.put("linear_exposure", TouchRule.linear().of(exposure));
        credits.put("fractribution_identity", new LeaveOneOut().of(paths));
        credits.put("fractribution_exposure", new LeaveOneOut().of(exposure));
        for (int order = 1; order <= 4; order++) {
            credits.put("markov" + order, new Markov(order).of(paths));
        }
        Map<String, Map<String, Double>> golden = golden();
        return credits.entrySet().stream()
                .map(model -> dynamicTest(model.getKey(), () -> {
                    Credits got = model.getValue();
                    for (int i = 0; i < got.channels().size(); i++) {
                        Map<String, Double> expected = golden.get(got.channels().get(i));
                        assertThat(got.conversions()[i])
                                .isCloseTo(expected.get(model.getKey() + "_conv"), within(TOLERANCE));
                        assertThat(got.value()[i])
                                .isCloseTo(expected.get(model.getKey() + "_value"), within(TOLERANCE));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> removal_effects_and_the_chance_to_convert_at_every_order() throws IOException {
        Paths paths = paths();
        Map<String, Map<String, Double>> golden = golden();
        int[] states = {13, 125, 967, 4256};
        return Stream.of(1, 2, 3, 4)
                .map(order -> dynamicTest("order " + order, () -> {
                    Markov.Effects effects = new Markov(order).effects(paths);
                    assertThat(effects.states()).isEqualTo(states[order - 1]);
                    assertThat(effects.converted()).isCloseTo(19785.0 / 88387, within(1e-13));
                    for (int i = 0; i < paths.channels().size(); i++) {
                        Map<String, Double> expected =
                                golden.get(paths.channels().get(i));
                        assertThat(effects.conversions()[i])
                                .isCloseTo(expected.get("markov" + order + "_removal"), within(1e-9));
                        assertThat(effects.value()[i])
                                .isCloseTo(expected.get("markov" + order + "_removal_value"), within(1e-9));
                    }
                }));
    }

    @Test
    void a_group_is_removed_as_one() throws IOException {
        Paths paths = paths();
        Markov one = new Markov(1);
        Markov two = new Markov(2);
        assertThat(one.effect(paths, List.of("alpha", "iota"))).isCloseTo(0.7721602722, within(1e-9));
        assertThat(one.effect(paths, List.of("eta", "iota", "alpha"))).isCloseTo(0.9241682595, within(1e-9));
        assertThat(one.effect(paths, List.of("beta", "theta", "lambda"))).isCloseTo(0.4701825466, within(1e-9));
        assertThat(two.effect(paths, List.of("alpha", "iota"))).isCloseTo(0.7618946662, within(1e-9));
        assertThat(two.effect(paths, List.of("eta", "iota", "alpha"))).isCloseTo(0.9250901848, within(1e-9));
        assertThat(two.effect(paths, List.of("beta", "theta", "lambda"))).isCloseTo(0.4296643729, within(1e-9));
    }

    @Test
    void without_nulls_the_chain_credits_by_conversions_alone() throws IOException {
        PathCounter counter = new PathCounter();
        paths().counted().stream()
                .filter(path -> path.conversions() > 0)
                .forEach(path -> counter.add(path.touches(), path.conversions(), path.value(), 0));
        Credits credits = new Markov(1).of(counter.paths());
        assertThat(credits.conversions("eta")).isCloseTo(3347.765891, within(1e-6));
        assertThat(credits.conversions("iota")).isCloseTo(3899.246228, within(1e-6));
        assertThat(credits.conversions("alpha")).isCloseTo(5260.069561, within(1e-6));
        assertThat(credits.conversions("beta")).isCloseTo(2585.406272, within(1e-6));
    }

    @Test
    void the_chain_starts_as_journeys_do() throws IOException {
        Paths paths = paths();
        Chain chain = Chain.of(paths, 1);
        Map<String, Double> expected =
                Map.of("eta", .160804191, "iota", .231108647, "alpha", .326360212, "beta", .137112923);
        for (int s = 0; s < chain.steps(); s++) {
            String to = paths.channels().get(chain.channel(chain.to(s)));
            if (chain.from(s) == Chain.START && expected.containsKey(to)) {
                assertThat(chain.count(s) / 88387.0).isCloseTo(expected.get(to), within(1e-9));
            }
        }
    }

    @Test
    void every_coalition_gives_what_the_closed_form_gives() throws IOException {
        Paths paths = paths();
        Shapley shapley = new Shapley(Shapley.Worth.TOTAL, 2, 1);
        assertThat(shapley.values(paths).conversions())
                .containsExactly(shapley.of(paths).conversions(), within(TOLERANCE));
    }

    @Test
    void totals_are_those_of_the_file() throws IOException {
        Paths paths = paths();
        assertThat(paths.conversions()).isEqualTo(19_785);
        assertThat(paths.nulls()).isEqualTo(68_602);
        assertThat(paths.value()).isCloseTo(new BigDecimal("74802.9715872"), within(new BigDecimal("0.0000001")));
    }

    private static Paths paths() throws IOException {
        PathCounter counter = new PathCounter();
        for (String[] row : rows("channelattribution_PathData.csv", ";")) {
            counter.add(
                    List.of(row[0].split(" > ")),
                    Long.parseLong(row[1]),
                    new BigDecimal(row[2]),
                    Long.parseLong(row[3]));
        }
        return counter.paths();
    }

    private static Map<String, Map<String, Double>> golden() throws IOException {
        List<String[]> rows = rows("golden_pathdata_results.csv", ",");
        String[] header = Files.readAllLines(DATA.resolve("golden_pathdata_results.csv"))
                .get(0)
                .split(",");
        Map<String, Map<String, Double>> golden = new LinkedHashMap<>();
        for (String[] row : rows) {
            Map<String, Double> of = new LinkedHashMap<>();
            for (int i = 1; i < row.length; i++) {
                of.put(header[i], Double.valueOf(row[i]));
            }
            golden.put(row[0], of);
        }
        return golden;
    }

    private static List<String[]> rows(String name, String delimiter) throws IOException {
        Path file = DATA.resolve(name);
        assumeTrue(Files.exists(file), "skipped: " + file + " is not beside this repository");
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(delimiter))
                .filter(cells -> Arrays.stream(cells).noneMatch(String::isEmpty))
                .toList();
    }
}
