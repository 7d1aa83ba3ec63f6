package io.siyu.pipelines.identity.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.identity.graph.Forest.Conflict;
import io.siyu.pipelines.identity.graph.Forest.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ForestTest {
    private final Forest forest = new Forest();

    @Test
    void a_second_member_number_is_refused_with_both() {
        forest.limit("m1", "member", 1);
        forest.limit("m2", "member", 1);
        assertThat(forest.admit("m1", "p1")).isNull();
        assertThat(forest.admit("p1", "p0")).isNull();
        assertThat(forest.admit("p0", "m2")).isEqualTo(new Conflict("member", "m1", "m2"));
        assertThat(members())
                .containsExactlyInAnyOrder(
                        new Member("m1", "m1", "m1"),
                        new Member("p0", "m1", "m1"),
                        new Member("p1", "m1", "m1"),
                        new Member("m2", "m1", "m2"));
    }

    @Test
    void as_many_as_the_limit_says_stay_together() {
        for (String phone : List.of("p1", "p2", "p3")) {
            forest.limit(phone, "phone", 2);
        }
        assertThat(forest.admit("p1", "p2")).isNull();
        assertThat(forest.admit("p3", "p2")).isEqualTo(new Conflict("phone", "p3", "p1"));
    }

    @Test
    void of_several_limits_in_the_way_the_first_by_key_is_named() {
        for (String limit : List.of("z", "a", "k")) {
            forest.limit("x", limit, 1);
            forest.limit("y", limit, 1);
        }
        assertThat(forest.admit("x", "y")).isEqualTo(new Conflict("a", "x", "y"));
    }

    @Test
    void an_edge_within_a_cluster_is_never_refused() {
        forest.limit("m1", "member", 0);
        assertThat(forest.admit("m1", "p1")).isNull();
        assertThat(forest.admit("p1", "m1")).isNull();
        assertThat(forest.admit("m1", "m1")).isNull();
    }

    @Test
    void smallest_is_by_code_points_as_in_spark() {
        String fullWidth = "\uFF11";
        String emoji = "\uD83D\uDE00";
        forest.admit(emoji, fullWidth);
        assertThat(members()).extracting(Member::cluster).containsOnly(fullWidth);
        assertThat(fullWidth.compareTo(emoji)).as("Java's own order").isPositive();
        assertThat(KeyOrder.compare("a", "ab")).isNegative();
        assertThat(KeyOrder.compare("a", "a")).isZero();
    }

    /** Edges are pairs of numbers; what is divisible by 3 is a member, of which a cluster has two at most. */
    @Property(tries = 300, seed = "4")
    void no_limit_is_ever_broken_and_no_edge_is_refused_in_vain(
            @ForAll @Size(max = 60) List<@IntRange(max = 399) Integer> edges) {
        Forest drawn = new Forest();
        Map<Integer, Integer> flood = new HashMap<>();
        for (int node = 0; node < 20; node++) {
            flood.put(node, node);
            drawn.node("n" + node);
            if (node % 3 == 0) {
                drawn.limit("n" + node, "member", 2);
            }
        }
        for (int edge : edges) {
            int a = flood.get(edge / 20);
            int b = flood.get(edge % 20);
            long together = flood.entrySet().stream()
                    .filter(e -> e.getKey() % 3 == 0 && (e.getValue() == a || e.getValue() == b))
                    .count();
            boolean bothHold = holds(flood, a) && holds(flood, b);
            boolean fits = a == b || !bothHold || together <= 2;
            assertThat(drawn.admit("n" + edge / 20, "n" + edge % 20) == null).isEqualTo(fits);
            if (fits) {
                flood.replaceAll((node, at) -> at == b ? a : at);
            }
        }
        Map<String, String> clusters = new HashMap<>();
        drawn.members().forEachRemaining(m -> clusters.put(m.node(), m.cluster()));
        for (int node = 0; node < 400; node++) {
            assertThat(clusters.get("n" + node / 20).equals(clusters.get("n" + node % 20)))
                    .isEqualTo(flood.get(node / 20).equals(flood.get(node % 20)));
        }
    }

    private static boolean holds(Map<Integer, Integer> flood, int at) {
        return flood.entrySet().stream().anyMatch(e -> e.getKey() % 3 == 0 && e.getValue() == at);
    }

    private List<Member> members() {
        List<Member> members = new ArrayList<>();
        forest.members().forEachRemaining(members::add);
        return members;
    }
}
