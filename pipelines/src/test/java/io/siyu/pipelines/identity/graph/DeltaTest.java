package io.siyu.pipelines.identity.graph;

import static io.siyu.pipelines.identity.graph.Graphs.drawn;
import static io.siyu.pipelines.identity.graph.Graphs.nodes;
import static io.siyu.pipelines.identity.graph.Graphs.rows;
import static io.siyu.pipelines.identity.graph.Graphs.shuffled;
import static io.siyu.pipelines.identity.graph.Graphs.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.identity.graph.Graphs.Edge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class DeltaTest {
    private static final ConstrainedClusters PARTS = new ConstrainedClusters(0, new Components(), 100_000);
    private static final ConstrainedClusters FULL = new ConstrainedClusters();

    @Test
    void only_what_is_touched_is_opened() {
        List<Edge> before = List.of(Edge.of("a", "b"), Edge.of("c", "d"), Edge.of("x", "y"));
        List<Edge> after = List.of(Edge.of("a", "b"), Edge.of("b", "c"), Edge.of("c", "d"), Edge.of("x", "y"));
        Delta.Result result = night(members(before), before, after, new Delta(FULL), new Random(1), 2);
        assertThat(texts(result.before())).containsExactly("[a,a,a]", "[b,a,a]", "[c,c,c]", "[d,c,c]");
        assertThat(texts(result.opened().members())).containsExactly("[a,a,a]", "[b,a,a]", "[c,a,a]", "[d,a,a]");
        assertThat(texts(result.untouched())).containsExactly("[x,x,x]", "[y,x,x]");
    }

    @Test
    void a_retracted_edge_splits_its_component_and_lets_in_what_it_kept_out() {
        List<Edge> before = List.of(Edge.of("m1", "p"), new Edge("p", "m2", "M", 1, 0));
        List<Edge> after = List.of(new Edge("p", "m2", "M", 1, 0));
        Delta.Result result = night(members(before), before, after, new Delta(FULL), new Random(1), 2);
        assertThat(texts(members(before))).containsExactly("[m1,m1,m1]", "[m2,m1,m2]", "[p,m1,m1]");
        assertThat(texts(result.members())).containsExactly("[m2,m2,m2]", "[p,m2,m2]");
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
        Dataset<Row> members = members(edges);
        for (int night = 0; night < nights; night++) {
            List<Edge> next = new ArrayList<>(edges);
            next.removeIf(e -> chance.nextInt(12) == 0);
            next.addAll(drawn(chance, 90, chance.nextInt(8)));
            int partitions = List.of(2, 7, 64).get(night % 3);
            Delta delta = new Delta(chance.nextBoolean() ? FULL : PARTS);
            members = night(members, edges, next, delta, chance, partitions)
                    .members()
                    .localCheckpoint();
            edges = next;
            assertThat(texts(members)).isEqualTo(texts(members(edges)));
        }
    }

    private static Dataset<Row> members(List<Edge> edges) {
        return FULL.of(nodes(edges), rows(edges)).members();
    }

    private static Delta.Result night(
            Dataset<Row> last, List<Edge> before, List<Edge> after, Delta delta, Random chance, int partitions) {
        Set<Edge> changed = new HashSet<>(before);
        changed.removeAll(after);
        Set<Edge> added = new HashSet<>(after);
        before.forEach(added::remove);
        changed.addAll(added);
        Set<String> touched = new TreeSet<>();
        changed.forEach(e -> touched.addAll(List.of(e.left(), e.right())));
        return delta.of(
                last,
                nodes(after),
                shuffled(after, chance, partitions),
                Graphs.SPARK
                        .createDataset(List.copyOf(touched), Encoders.STRING())
                        .toDF("node"));
    }
}
