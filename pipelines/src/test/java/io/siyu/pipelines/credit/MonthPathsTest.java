package io.siyu.pipelines.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.attribution.Model;
import io.siyu.pipelines.attribution.Models;
import io.siyu.pipelines.credit.MonthPaths.Share;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MonthPathsTest {
    private static final Map<String, Model> MODELS =
            Models.of(new Models.Choices(1, 0.4, 0.4, 1, "none:direct", 200, 1));

    private record Counted(String kind, String path, long journeys) {}

    private final List<Counted> counted = List.of(
            new Counted("first_order", "p:a > p:b > p:a", 3),
            new Counted("repurchase", "p:a > p:b > p:a", 2),
            new Counted("repurchase", "p:c", 1),
            new Counted("unknown_order", "none:anonymous", 4),
            new Counted("membership", "p:a > p:c", 1),
            new Counted("none", "p:b", 7));

    /** Three touches: 0.4 for the first and the last, a third each in linear, 1, 2 and 4 of 7 in decay. */
    @Test
    void each_touch_of_a_path_has_its_own_part() {
        Map<String, Long> parts = shares(counted).stream()
                .filter(share -> share.conversion().equals("first_order"))
                .collect(Collectors.toMap(
                        share -> share.model() + " " + share.position() + " " + share.step(), Share::parts));
        assertThat(parts)
                .containsEntry("position 1 p:a", 400_000_000L)
                .containsEntry("position 2 p:b", 200_000_000L)
                .containsEntry("position 3 p:a", 400_000_000L)
                .containsEntry("linear 1 p:a", 333_333_334L)
                .containsEntry("linear 2 p:b", 333_333_333L)
                .containsEntry("decay 3 p:a", 571_428_571L)
                .containsEntry("decay 2 p:b", 285_714_286L)
                .containsEntry("shapley 2 p:b", 500_000_000L)
                .containsEntry("last 3 p:a", 1_000_000_000L)
                .doesNotContainKeys("last 1 p:a", "last 2 p:b");
    }

    @Test
    void parts_of_a_path_add_up_to_the_whole_in_every_model() {
        Map<String, Long> wholes = shares(counted).stream()
                .collect(Collectors.groupingBy(
                        share -> share.conversion() + share.model() + share.path(),
                        Collectors.summingLong(Share::parts)));
        assertThat(wholes.values()).containsOnly(MonthPaths.WHOLE);
    }

    @Test
    void orders_are_first_orders_repurchases_and_those_of_nobody_known_and_no_memberships() {
        Map<String, List<String>> paths = shares(counted).stream()
                .filter(share -> share.model().equals("last"))
                .collect(Collectors.groupingBy(
                        Share::conversion,
                        Collectors.mapping(
                                Share::path,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        list -> list.stream().distinct().toList()))));
        assertThat(paths)
                .containsEntry("order", List.of("none:anonymous", "p:a > p:b > p:a", "p:c"))
                .containsEntry("first_order", List.of("p:a > p:b > p:a"))
                .containsEntry("repurchase", List.of("p:a > p:b > p:a", "p:c"))
                .containsEntry("membership", List.of("p:a > p:c"));
    }

    @Test
    void the_order_in_which_paths_come_changes_no_part() {
        List<Counted> shuffled = new ArrayList<>(counted);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(shares(shuffled)).isEqualTo(shares(counted));
    }

    private static List<Share> shares(List<Counted> counted) {
        MonthPaths month = new MonthPaths();
        counted.forEach(row -> month.add(row.kind(), row.path(), row.journeys()));
        List<Share> shares = new ArrayList<>();
        month.shares(MODELS, shares::add);
        return shares;
    }
}
