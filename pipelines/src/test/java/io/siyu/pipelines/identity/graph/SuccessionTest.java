package io.siyu.pipelines.identity.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.identity.graph.Succession.Overlap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private final Succession succession = new Succession();

    @Test
    void the_largest_overlap_is_settled_first() {
        shared("c1", "U1", 3, "a");
        shared("c1", "U2", 5, "b");
        shared("c2", "U2", 4, "c");
        assertThat(succession.ids()).containsEntry("c1", "U2").containsEntry("c2", fresh("c"));
    }

    @Test
    void of_equal_overlaps_the_one_with_the_oldest_node_wins() {
        succession.tell(new Overlap("c1", "U1", false, 2, 20, "a"));
        succession.tell(new Overlap("c2", "U1", false, 2, 10, "b"));
        assertThat(succession.ids()).containsEntry("c2", "U1").containsEntry("c1", fresh("a"));
    }

    @Test
    void a_cluster_that_loses_the_contest_takes_the_next_id_it_shares() {
        shared("c1", "U1", 5, "a");
        shared("c2", "U1", 4, "b");
        shared("c2", "U2", 1, "c");
        assertThat(succession.ids()).isEqualTo(Map.of("c1", "U1", "c2", "U2"));
    }

    @Test
    void new_nodes_make_a_new_id_from_the_oldest_of_them() {
        succession.tell(new Overlap("c1", null, false, 2, 10, "z"));
        assertThat(succession.ids()).isEqualTo(Map.of("c1", fresh("z")));
    }

    @Test
    void an_id_that_was_ever_issued_is_not_made_again() {
        succession.issued(fresh("z"));
        succession.tell(new Overlap("c1", null, false, 1, 10, "z"));
        assertThat(succession.ids()).isEqualTo(Map.of("c1", Mint.id("z", 2)));
    }

    @Test
    void of_two_ended_ids_on_the_same_nodes_the_smaller_is_taken() {
        succession.tell(new Overlap("c", "U3", true, 1, 10, "a"));
        succession.tell(new Overlap("c", "U2", true, 1, 10, "a"));
        assertThat(succession.ids()).isEqualTo(Map.of("c", "U2"));
    }

    @Test
    void a_part_that_splits_off_takes_back_the_id_it_had_before_it_was_merged() {
        shared("c1", "U1", 3, "a");
        shared("c2", "U1", 2, "b");
        succession.tell(new Overlap("c2", "U2", true, 2, 10, "b"));
        assertThat(succession.ids()).isEqualTo(Map.of("c1", "U1", "c2", "U2"));
    }

    @Test
    void an_id_all_of_whose_nodes_are_gone_is_nobodys() {
        succession.tell(new Overlap(null, "U1", false, 2, 10, "a"));
        succession.tell(new Overlap(null, "U2", false, 2, 10, "b"));
        shared("c", "U2", 1, "c");
        assertThat(succession.ids()).isEqualTo(Map.of("c", "U2"));
    }

    @Test
    void ids_are_thirteen_signs_that_nobody_misreads() {
        assertThat(Mint.id("phone|cn|token", 1))
                .matches("U[0-9A-HJKMNP-TV-Z]{12}")
                .isEqualTo("U5Z2WF7WCJ7RX");
        assertThat(Mint.id("phone|cn|token", 2)).isNotEqualTo(Mint.id("phone|cn|token", 1));
    }

    private void shared(String cluster, String id, long nodes, String node) {
        succession.tell(new Overlap(cluster, id, false, nodes, 10, node));
    }

    private static String fresh(String node) {
        return Mint.id(node, 1);
    }
}
