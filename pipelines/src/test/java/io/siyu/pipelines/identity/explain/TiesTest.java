package io.siyu.pipelines.identity.explain;

import static io.siyu.pipelines.identity.explain.Drawn.graph;
import static io.siyu.pipelines.identity.explain.Drawn.node;
import static io.siyu.pipelines.identity.explain.Drawn.tie;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TiesTest {
    @Test
    void a_long_way_of_strong_edges_tells_more_than_one_weak_edge() {
        Ties ties = graph(tie("ad", "M", 90), tie("ab", "S", 10), tie("bc", "S", 10), tie("cd", "S", 10));
        assertThat(ends(ties.strongestPath(node('a'), node('d')))).containsExactly("ab", "bc", "cd");
    }

    @Test
    void among_equal_ones_the_shortest_counts_and_then_the_text() {
        Ties ties = graph(
                tie("ac", "M", 50),
                tie("cz", "M", 50),
                tie("ab", "M", 50),
                tie("bz", "M", 50),
                tie("xz", "M", 50),
                tie("bx", "M", 90));
        assertThat(ends(ties.strongestPath(node('a'), node('z')))).containsExactly("ab", "bz");
        assertThat(ends(ties.strongestPath(node('z'), node('a')))).containsExactly("bz", "ab");
    }

    @Test
    void the_same_identifier_needs_no_edge_and_strangers_have_no_path() {
        Ties ties = graph(tie("ab", "S", 1), tie("cd", "S", 1));
        assertThat(ties.strongestPath(node('a'), node('a'))).contains(List.of());
        assertThat(ties.strongestPath(node('a'), node('c'))).isEmpty();
        assertThat(Ties.of(List.of(node('q')), List.of()).strongestPath(node('q'), node('q')))
                .contains(List.of());
    }

    @Property(tries = 200)
    void the_weakest_edge_of_the_path_is_as_strong_as_any_path_allows(@ForAll("edges") List<Tie> edges) {
        String from = edges.get(0).left();
        String to = edges.get(edges.size() - 1).right();
        Optional<List<Tie>> path = Ties.of(List.of(), edges).strongestPath(from, to);
        assertThat(path.isPresent()).isEqualTo(Drawn.reach(edges, from).contains(to));
        if (path.isPresent() && !path.get().isEmpty()) {
            int weakest = path.get().stream().mapToInt(Tie::worth).min().orElseThrow();
            List<Tie> better = edges.stream().filter(e -> e.worth() > weakest).toList();
            assertThat(Drawn.reach(better, from)).doesNotContain(to);
            String at = from;
            for (Tie step : path.get()) {
                assertThat(step.touches(at)).isTrue();
                at = step.other(at);
            }
            assertThat(at).isEqualTo(to);
        }
    }

    @Property(tries = 100)
    void the_order_of_edges_changes_no_answer(@ForAll("edges") List<Tie> edges, @ForAll Random random) {
        List<Tie> shuffled = new ArrayList<>(edges);
        Collections.shuffle(shuffled, random);
        String from = edges.get(0).left();
        String to = edges.get(edges.size() - 1).right();
        Ties one = Ties.of(List.of(), edges);
        Ties other = Ties.of(List.of(), shuffled);
        assertThat(other.strongestPath(from, to)).isEqualTo(one.strongestPath(from, to));
        assertThat(Seam.weakest(other)).isEqualTo(Seam.weakest(one));
    }

    @Provide
    Arbitrary<List<Tie>> edges() {
        return Drawn.edges();
    }

    private static List<String> ends(Optional<List<Tie>> path) {
        return path.orElseThrow().stream()
                .map(tie -> tie.left().substring(12) + tie.right().substring(12))
                .toList();
    }
}
