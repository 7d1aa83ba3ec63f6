package io.siyu.pipelines.identity.graph;

import static io.siyu.pipelines.identity.graph.Graphs.chain;
import static io.siyu.pipelines.identity.graph.Graphs.drawn;
import static io.siyu.pipelines.identity.graph.Graphs.map;
import static io.siyu.pipelines.identity.graph.Graphs.nodes;
import static io.siyu.pipelines.identity.graph.Graphs.rows;
import static io.siyu.pipelines.identity.graph.Graphs.shuffled;
import static io.siyu.pipelines.identity.graph.Graphs.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.identity.graph.Graphs.Edge;
import io.siyu.warehouse.SiyuException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstrainedClustersTest {
    private static final ConstrainedClusters ONE_TASK = new ConstrainedClusters();
    private static final ConstrainedClusters PARTS = new ConstrainedClusters(0, new Components(), 100_000);

    @ParameterizedTest(name = "{6}")
    @CsvSource(textBlock = """
            M, 1, 0, S, 1, 0, strong before weak
            S, 2, 0, S, 1, 5, small priority numbers before large
            S, 1, 1, S, 1, 0, seen late before seen early
            """)
    void the_stronger_edge_is_admitted_and_the_other_refused(
            String weakStrength,
            int weakPriority,
            int weakAge,
            String strongStrength,
            int strongPriority,
            int strongAge,
            String why) {
        List<Edge> edges = List.of(
                new Edge("m1", "p", weakStrength, weakPriority, weakAge),
                new Edge("p", "m2", strongStrength, strongPriority, strongAge));
        for (ConstrainedClusters clustering : List.of(ONE_TASK, PARTS)) {
            Clusters clusters = clustering.of(nodes(edges), rows(edges));
            assertThat(map(clusters.members(), "node", "cluster")).as(why).hasToString("{m1=m1, m2=m2, p=m2}");
            assertThat(map(clusters.members(), "node", "component")).hasToString("{m1=m1, m2=m1, p=m1}");
            assertThat(clusters.refused()
                            .select("left", "right", "limit_key", "limit_left", "limit_right")
                            .collectAsList())
                    .hasToString("[[m1,p,member,m1,m2]]");
        }
    }

    @Test
    void equals_go_by_content_whatever_their_order() {
        List<Edge> edges = List.of(Edge.of("m2", "p"), Edge.of("p", "m1"));
        assertThat(map(ONE_TASK.of(nodes(edges), rows(edges)).members(), "node", "cluster"))
                .hasToString("{m1=m1, m2=m2, p=m1}");
    }

    @Test
    void a_small_graph_takes_two_spark_jobs() {
        List<Edge> edges = drawn(new Random(3), 30, 20);
        SparkContext spark = Graphs.SPARK.sparkContext();
        spark.setJobGroup("small graph", "small graph", false);
        ONE_TASK.of(nodes(edges), rows(edges));
        spark.clearJobGroup();
        assertThat(spark.statusTracker().getJobIdsForGroup("small graph")).hasSize(2);
    }

    @Test
    void a_node_without_edges_is_a_cluster_of_its_own() {
        for (ConstrainedClusters clustering : List.of(ONE_TASK, PARTS)) {
            Clusters clusters = clustering.of(nodes("a", "b", "m3"), rows(List.of(Edge.of("b", "c"))));
            assertThat(map(clusters.members(), "node", "cluster")).hasToString("{a=a, b=b, c=b, m3=m3}");
        }
    }

    @Test
    void whole_or_in_parts_in_any_order_and_partitions_the_rows_are_the_same() {
        List<Edge> edges = drawn(new Random(11), 300, 260);
        Clusters once = ONE_TASK.of(nodes(edges), rows(edges));
        assertThat(once.refused().count())
                .as("a draw that puts limits to the test")
                .isGreaterThan(10);
        assertLimitsHold(once);
        for (int partitions : new int[] {2, 7, 64}) {
            ConstrainedClusters clustering = partitions == 7 ? PARTS : ONE_TASK;
            Clusters again = clustering.of(
                    nodes(edges).repartition(partitions), shuffled(edges, new Random(partitions), partitions));
            assertThat(texts(again.members())).isEqualTo(texts(once.members()));
            assertThat(texts(again.refused())).isEqualTo(texts(once.refused()));
        }
    }

    @Test
    void a_component_that_no_task_could_hold_first_loses_its_hubs() {
        List<Edge> edges = new ArrayList<>(List.of(Edge.of("m1", "q"), Edge.of("q", "m2")));
        for (int i = 0; i < 1_001; i++) {
            edges.add(Edge.of("hub", "p" + i));
        }
        edges.add(Edge.of("p7", "m1"));
        Clusters clusters = new ConstrainedClusters(10, new Components(), 500).of(nodes(edges), rows(edges));
        assertThat(map(clusters.members(), "node", "cluster"))
                .containsEntry("hub", "hub")
                .containsEntry("p7", "m1")
                .containsEntry("q", "m1")
                .containsEntry("m2", "m2")
                .hasSize(1_005);
        assertThat(map(clusters.members(), "node", "component"))
                .containsEntry("p8", "hub")
                .containsEntry("m2", "hub");
        assertThat(clusters.refused()
                        .groupBy("limit_key", "limit_left", "limit_right")
                        .count()
                        .collectAsList())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("[hub,hub,null,1001]", "[member,m1,m2,1]");
    }

    @Test
    void without_hubs_it_is_told_where_to_look() {
        List<Edge> edges = new ArrayList<>(chain(30));
        edges.addAll(List.of(Edge.of("m1", "p000000"), Edge.of("m2", "p000029")));
        assertThatThrownBy(() -> new ConstrainedClusters(10, new Components(), 20).of(nodes(edges), rows(edges)))
                .isInstanceOf(SiyuException.RunFailed.class)
                .hasMessage(
                        "Cannot cluster the component of m1: it has 32 nodes, one task takes 20, and no hub holds it"
                                + " together. Nothing was written; look for a type whose values are shared by all, and give it a"
                                + " limit.");
    }

    private static void assertLimitsHold(Clusters clusters) {
        TreeMap<String, String> memberOf = new TreeMap<>();
        map(clusters.members(), "node", "cluster").forEach((node, cluster) -> {
            if (node.startsWith("m")) {
                assertThat(memberOf.put(cluster, node))
                        .as("two members in " + cluster)
                        .isNull();
            }
        });
    }
}
