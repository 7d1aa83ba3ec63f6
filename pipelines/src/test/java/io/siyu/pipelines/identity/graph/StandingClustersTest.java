package io.siyu.pipelines.identity.graph;

import static io.siyu.pipelines.identity.graph.Graphs.DAY;
import static io.siyu.pipelines.identity.graph.Graphs.SPARK;
import static io.siyu.pipelines.identity.graph.Graphs.drawn;
import static io.siyu.pipelines.identity.graph.Graphs.nodes;
import static io.siyu.pipelines.identity.graph.Graphs.shuffled;
import static io.siyu.pipelines.identity.graph.Graphs.texts;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.identity.graph.Graphs.Edge;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class StandingClustersTest {
    private static final StandingClusters PARTS =
            new StandingClusters(new ConstrainedClusters(0, new Components(), 100_000));
    private static final StandingClusters WHOLE = new StandingClusters();
    private static final Dataset<Row> NONE =
            SPARK.sql("select '' as node, '' as cluster, '' as part, 0L as facts_hash where false");

    @Test
    void a_retracted_edge_splits_its_component_and_lets_in_what_it_kept_out() {
        List<Edge> before = List.of(Edge.of("m1", "p"), new Edge("p", "m2", "M", 1, 0), Edge.of("x", "y"));
        List<Edge> after = List.of(new Edge("p", "m2", "M", 1, 0), Edge.of("x", "y"));
        Dataset<Row> standing = night(WHOLE, before, NONE, 2);
        assertThat(shown(standing)).containsExactly("[m1,m1,m1]", "[m2,m2,m1]", "[p,m1,m1]", "[x,x,x]", "[y,x,x]");
        assertThat(shown(night(WHOLE, after, standing, 2)))
                .containsExactly("[m2,m2,m2]", "[p,m2,m2]", "[x,x,x]", "[y,x,x]");
    }

    @Property(tries = 2, seed = "41", shrinking = ShrinkingMode.OFF)
    void nights_one_by_one_are_one_full_build(@ForAll Random chance) {
        nightsAreOneBuild(chance, 3);
    }

    @Tag("long")
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void many_nights_one_by_one_are_one_full_build(@ForAll Random chance) {
        nightsAreOneBuild(chance, 8);
    }

    private static void nightsAreOneBuild(Random chance, int nights) {
        List<Edge> edges = drawn(chance, 90, 60);
        Dataset<Row> standing = night(WHOLE, edges, NONE, 2);
        for (int night = 0; night < nights; night++) {
            edges = new ArrayList<>(edges);
            edges.removeIf(e -> chance.nextInt(12) == 0);
            edges.addAll(drawn(chance, 90, chance.nextInt(8)));
            int partitions = List.of(2, 7, 64).get(night % 3);
            standing = night(chance.nextBoolean() ? WHOLE : PARTS, edges, standing, partitions);
            assertThat(texts(standing)).isEqualTo(texts(night(WHOLE, edges, NONE, 2)));
        }
    }

    private static Dataset<Row> night(StandingClusters how, List<Edge> edges, Dataset<Row> standing, int partitions) {
        Dataset<Row> rows = shuffled(edges, new Random(partitions), partitions)
                .withColumn("first_seen", lit(Date.valueOf(DAY)))
                .withColumn("retracted_on", lit(null).cast("date"));
        return how.of(nodes(edges), rows, standing, DAY, false).localCheckpoint();
    }

    private static List<String> shown(Dataset<Row> rows) {
        return texts(rows.select("node", "cluster", "part"));
    }
}
