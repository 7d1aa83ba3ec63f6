package io.siyu.pipelines.identity.explain;

import static io.siyu.pipelines.identity.explain.Drawn.graph;
import static io.siyu.pipelines.identity.explain.Drawn.node;
import static io.siyu.pipelines.identity.explain.Drawn.tie;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SeamTest {
    @Test
    void of_two_bridges_the_weaker_one_holds_it_together() {
        Seam seam = Seam.weakest(graph(
                        tie("ab", "S", 90),
                        tie("bc", "S", 90),
                        tie("ac", "S", 90),
                        tie("cd", "S", 80),
                        tie("de", "M", 50)))
                .orElseThrow();
        assertThat(seam.isBridge()).isTrue();
        assertThat(seam.ties()).containsExactly(tie("de", "M", 50));
        assertThat(seam.larger()).containsExactly(node('a'), node('b'), node('c'), node('d'));
        assertThat(seam.smaller()).containsExactly(node('e'));
    }

    @Test
    void a_weaker_edge_within_a_circle_holds_nothing() {
        Seam seam = Seam.weakest(graph(tie("ab", "M", 1), tie("bc", "M", 1), tie("ac", "M", 1), tie("cd", "S", 80)))
                .orElseThrow();
        assertThat(seam.ties()).containsExactly(tie("cd", "S", 80));
    }

    @Test
    void without_bridges_the_least_cut_is_told() {
        Seam seam = Seam.weakest(graph(tie("ab", "S", 90), tie("bc", "M", 50), tie("cd", "S", 90), tie("ad", "M", 40)))
                .orElseThrow();
        assertThat(seam.isBridge()).isFalse();
        assertThat(seam.ties()).containsExactly(tie("bc", "M", 50), tie("ad", "M", 40));
        assertThat(seam.larger()).containsExactly(node('a'), node('b'));
    }

    @Test
    void one_identifier_and_what_edges_do_not_connect_have_no_seam() {
        assertThat(Seam.weakest(Ties.of(List.of(node('a')), List.of()))).isEmpty();
        assertThat(Seam.weakest(graph(tie("ab", "S", 1), tie("cd", "S", 1)))).isEmpty();
    }

    @Property(tries = 200)
    void without_its_edges_a_customer_parts_exactly_as_told(@ForAll("edges") List<Tie> drawn) {
        Set<String> nodes = Drawn.reach(drawn, drawn.get(0).left());
        List<Tie> edges = drawn.stream().filter(e -> nodes.contains(e.left())).toList();
        Optional<Seam> found = Seam.weakest(Ties.of(List.of(), edges));
        Seam seam = found.orElseThrow();
        List<Tie> rest = new ArrayList<>(edges);
        rest.removeAll(seam.ties());
        Set<String> all = new TreeSet<>(seam.larger());
        all.addAll(seam.smaller());
        assertThat(all).isEqualTo(nodes);
        assertThat(seam.smaller().size()).isBetween(1, seam.larger().size());
        assertThat(Drawn.reach(rest, seam.larger().iterator().next())).isEqualTo(seam.larger());
        assertThat(Drawn.reach(rest, seam.smaller().iterator().next())).isEqualTo(seam.smaller());
        List<Tie> bridges = edges.stream()
                .filter(edge -> isBridge(edges, edge))
                .sorted(Tie.ORDER)
                .toList();
        assertThat(seam.isBridge()).isEqualTo(!bridges.isEmpty());
        if (seam.isBridge()) {
            assertThat(seam.ties()).containsExactly(bridges.get(bridges.size() - 1));
        }
    }

    @Provide
    Arbitrary<List<Tie>> edges() {
        return Drawn.edges();
    }

    private static boolean isBridge(List<Tie> edges, Tie edge) {
        List<Tie> rest = new ArrayList<>(edges);
        rest.remove(edge);
        return !Drawn.reach(rest, edge.left()).contains(edge.right());
    }
}
