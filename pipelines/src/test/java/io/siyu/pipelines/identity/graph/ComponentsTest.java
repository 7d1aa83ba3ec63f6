package io.siyu.pipelines.identity.graph;

import static io.siyu.pipelines.identity.graph.Graphs.chain;
import static io.siyu.pipelines.identity.graph.Graphs.drawn;
import static io.siyu.pipelines.identity.graph.Graphs.map;
import static io.siyu.pipelines.identity.graph.Graphs.rows;
import static io.siyu.pipelines.identity.graph.Graphs.shuffled;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.identity.graph.Components.Found;
import io.siyu.pipelines.identity.graph.Graphs.Edge;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    @Test
    void each_node_has_the_smallest_it_is_connected_with() {
        List<Edge> edges = List.of(
                Edge.of("c", "b"), Edge.of("b", "a"), Edge.of("y", "x"), Edge.of("alone", "alone"), Edge.of("a", "b"));
        for (int oneTask : new int[] {10, 0}) {
            assertThat(map(new Components(oneTask).of(rows(edges)).members(), "node", "component"))
                    .hasToString("{a=a, alone=alone, b=a, c=a, x=x, y=x}");
        }
    }

    @Test
    void contracted_or_in_one_task_the_rows_are_the_same_in_any_order_and_partitions() {
        List<Edge> edges = drawn(new Random(7), 400, 330);
        SortedMap<String, String> once =
                map(new Components(1_000).of(rows(edges)).members(), "node", "component");
        for (int partitions : new int[] {2, 7, 64}) {
            Components components = new Components(partitions == 7 ? 100 : 1_000);
            Found found = components.of(shuffled(edges, new Random(partitions), partitions));
            assertThat(map(found.members(), "node", "component")).isEqualTo(once);
            assertThat(found.members().count()).isEqualTo(once.size());
            assertThat(found.rounds() > 0).isEqualTo(partitions == 7);
        }
    }

    @Test
    void an_ordered_chain_takes_logarithmic_rounds() {
        Found found = new Components(0).of(rows(chain(500)));
        assertThat(found.members().select("component").distinct().count()).isEqualTo(1);
        assertThat(found.rounds()).as("log4 of 500 is 4.5").isBetween(3, 6);
    }

    @Test
    void a_star_is_contracted_at_once() {
        List<Edge> star =
                chain(2_000).stream().map(e -> Edge.of("hub", e.left())).toList();
        assertThat(new Components(0).of(rows(star)).rounds()).isEqualTo(1);
    }

    @Test
    void ranks_lead_back_to_their_numbers() {
        for (int round = 0; round < 64; round++) {
            Ranks ranks = Ranks.ofRound(round);
            assertThat(ranks.factor() * ranks.inverse()).isEqualTo(1);
        }
    }

    @Test
    void no_edges_no_components() {
        assertThat(new Components(0).of(rows(List.of())).members().count()).isZero();
    }
}
