package io.siyu.pipelines.identity.graph;

import static io.siyu.pipelines.identity.graph.Graphs.DAY;
import static io.siyu.pipelines.identity.graph.Graphs.SPARK;
import static io.siyu.pipelines.identity.graph.Graphs.drawn;
import static io.siyu.pipelines.identity.graph.Graphs.map;
import static io.siyu.pipelines.identity.graph.Graphs.nodes;
import static io.siyu.pipelines.identity.graph.Graphs.shuffled;
import static io.siyu.pipelines.identity.graph.Graphs.texts;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TimelinesTest {
    private static final Dataset<Row> NOTHING = SPARK.sql(
            "select '' as node, '' as oneid, date'2026-01-01' as assigned_on, date'2026-01-01' as released_on where false");

    @Test
    void the_customers_of_a_night_are_those_of_the_clustering() {
        List<Graphs.Edge> edges = drawn(new Random(5), 40, 60);
        Dataset<Row> rows = dated(shuffled(edges, new Random(6), 2), "nobody");
        Dataset<Row> nodes = nodes(edges);
        var ids = map(new Timelines().of(nodes, rows, NOTHING, DAY).spans(), "node", "oneid");
        var clusters = map(new ConstrainedClusters().of(nodes, rows).members(), "node", "cluster");
        assertThat(ids.keySet()).isEqualTo(clusters.keySet());
        clusters.forEach((a, of) -> clusters.forEach((b, other) ->
                assertThat(ids.get(a).equals(ids.get(b))).as("%s and %s", a, b).isEqualTo(of.equals(other))));
    }

    @Test
    void rows_in_another_order_and_other_partitions_give_the_same_spans() {
        List<Graphs.Edge> edges = drawn(new Random(7), 40, 60);
        Dataset<Row> past = new Timelines()
                .of(nodes(edges.subList(0, 30)), dated(Graphs.rows(edges.subList(0, 30)), "p1"), NOTHING, DAY)
                .spans();
        List<List<String>> told = new ArrayList<>();
        for (int partitions : new int[] {2, 7, 64}) {
            told.add(texts(new Timelines(new Components(partitions == 7 ? 10 : 100))
                    .of(
                            nodes(edges).repartition(partitions),
                            dated(shuffled(edges, new Random(partitions), partitions), "p1"),
                            past.repartition(partitions),
                            DAY.plusDays(1))
                    .spans()));
        }
        assertThat(told.get(0)).isEqualTo(told.get(1)).isEqualTo(told.get(2)).hasSizeGreaterThan(30);
    }

    /** All edges began three days ago; those of one node ended yesterday. */
    private static Dataset<Row> dated(Dataset<Row> edges, String parted) {
        Column today = lit(Date.valueOf(DAY));
        return edges.withColumn("first_seen", date_sub(today, 3))
                .withColumn("retracted_on", when(col("left").equalTo(parted), date_sub(today, 1)));
    }
}
