package io.siyu.pipelines.identity.graph;

import static io.siyu.pipelines.identity.graph.Graphs.map;
import static io.siyu.pipelines.identity.graph.Graphs.nodes;
import static io.siyu.pipelines.identity.graph.Graphs.pairs;
import static io.siyu.pipelines.identity.graph.Graphs.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.identity.graph.StableIds.Assigned;
import io.siyu.pipelines.identity.graph.StableIds.Past;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class StableIdsTest {
    private static final String[] NODES = {"a", "b", "c", "d", "e"};

    /** Id by node, after each night. */
    private SortedMap<String, String> ids = new TreeMap<>();

    private SortedMap<String, String> ended = new TreeMap<>();
    private Dataset<Row> events = pairs("event", "id");

    @Test
    void the_bigger_part_keeps_the_id_and_both_come_back_to_theirs() {
        night("a", "1", "b", "1", "c", "2", "d", "2", "e", "2");
        String ofA = ids.get("a");
        String ofC = ids.get("c");
        assertThat(ofA).isNotEqualTo(ofC).isEqualTo(Mint.id("a", 1));

        night("a", "1", "b", "1", "c", "1", "d", "1", "e", "1");
        assertThat(ids).containsEntry("a", ofC).containsEntry("e", ofC);
        assertThat(texts(events)).containsExactly("[merged," + ofA + "," + ofC + ",2,a]");

        night("a", "1", "b", "1", "c", "2", "d", "2", "e", "2");
        assertThat(ids).containsEntry("a", ofA).containsEntry("b", ofA).containsEntry("e", ofC);
        assertThat(texts(events)).containsExactly("[split," + ofA + "," + ofC + ",2,a]");

        night("a", "1", "b", "1", "c", "1", "d", "1", "e", "1");
        assertThat(ids).containsEntry("a", ofC);
    }

    @Test
    void clusters_that_did_not_change_keep_their_ids_without_a_word() {
        night("a", "1", "b", "1", "c", "2", "d", "3");
        SortedMap<String, String> before = ids;
        night("a", "x", "b", "x", "c", "y", "d", "z");
        assertThat(ids).isEqualTo(before);
        assertThat(texts(events)).isEmpty();
    }

    @Test
    void an_id_once_issued_is_not_given_to_others() {
        night("a", "1", "b", "1", "c", "1");
        String all = ids.get("a");
        night("a", "2", "b", "1", "c", "1");
        assertThat(ids).containsEntry("b", all).containsEntry("a", Mint.id("a", 2));
    }

    @Test
    void nodes_that_are_gone_end_their_id() {
        night("a", "1", "b", "2", "c", "2");
        String ofA = ids.get("a");
        night("b", "2");
        assertThat(texts(events)).containsExactly("[ended," + ofA + ",null,1,a]");
        assertThat(ids).containsOnlyKeys("b");
    }

    private void night(String... nodeAndCluster) {
        Dataset<Row> members = pairs("node", "cluster", nodeAndCluster);
        Dataset<Row> past = rows(ids).union(rows(ended));
        Assigned assigned = StableIds.assign(
                members,
                nodes(NODES),
                new Past(rows(ids), rows(ended), past.select("id").distinct()));
        SortedMap<String, String> now = map(members.join(assigned.ids(), "cluster"), "node", "id");
        ids.forEach((node, id) -> {
            if (!now.containsValue(id)) {
                ended.put(node, id);
            }
        });
        ended.values().removeAll(now.values());
        ids = now;
        events = assigned.events();
    }

    private static Dataset<Row> rows(SortedMap<String, String> idByNode) {
        return pairs(
                "node",
                "id",
                idByNode.entrySet().stream()
                        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                        .toArray(String[]::new));
    }
}
