package io.siyu.pipelines.identity.graph;

import static io.siyu.pipelines.identity.graph.Graphs.pairs;
import static io.siyu.pipelines.identity.graph.Graphs.rows;
import static io.siyu.pipelines.identity.graph.Graphs.texts;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.identity.graph.Graphs.Edge;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TriggersTest {
    private static final StructType EVENTS = new StructType()
            .add("event", "string")
            .add("id", "string")
            .add("other", "string")
            .add("nodes", "long")
            .add("node", "string");

    @Test
    void a_merge_names_the_strongest_edge_that_brought_the_two_together() {
        Dataset<Row> changes = added(new Edge("b", "c", "M", 1, 0), Edge.of("a", "d"), Edge.of("c", "d"));
        assertThat(triggers(
                        event("merged", "U1", "U2", "a"),
                        changes,
                        pairs("node", "id", "a", "U1", "b", "U1", "c", "U2", "d", "U2"),
                        pairs("node", "id", "a", "U2", "b", "U2", "c", "U2", "d", "U2")))
                .containsExactly("[merged,U1,U2,2,a,a,d,of a,true]");
    }

    @Test
    void a_split_names_the_edge_that_went() {
        Dataset<Row> changes =
                rows(List.of(Edge.of("a", "b"), Edge.of("b", "c"))).withColumn("added", lit(false));
        assertThat(triggers(
                        event("split", "U2", "U1", "c"),
                        changes,
                        pairs("node", "id", "a", "U1", "b", "U1", "c", "U1"),
                        pairs("node", "id", "a", "U1", "b", "U1", "c", "U2")))
                .containsExactly("[split,U2,U1,2,c,b,c,of b,false]");
    }

    @Test
    void new_nodes_need_no_edge() {
        assertThat(triggers(
                        event("created", "U1", null, "a"),
                        added(Edge.of("a", "b")),
                        pairs("node", "id"),
                        pairs("node", "id", "a", "U1", "b", "U1")))
                .containsExactly("[created,U1,null,2,a,null,null,null,null]");
    }

    private static List<String> triggers(Row event, Dataset<Row> changes, Dataset<Row> before, Dataset<Row> now) {
        return texts(Triggers.of(Graphs.SPARK.createDataFrame(List.of(event), EVENTS), changes, before, now));
    }

    private static Row event(String event, String id, String other, String node) {
        return RowFactory.create(event, id, other, 2L, node);
    }

    private static Dataset<Row> added(Edge... edges) {
        return rows(List.of(edges)).withColumn("added", lit(true));
    }
}
