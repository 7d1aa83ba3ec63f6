package io.siyu.pipelines.identity.graph;

import static io.siyu.pipelines.identity.graph.Graphs.DAY;
import static io.siyu.pipelines.identity.graph.Graphs.SPARK;
import static io.siyu.pipelines.identity.graph.Graphs.drawn;
import static io.siyu.pipelines.identity.graph.Graphs.nodes;
import static io.siyu.pipelines.identity.graph.Graphs.shuffled;
import static io.siyu.pipelines.identity.graph.Graphs.texts;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.identity.graph.Graphs.Edge;
import java.time.LocalDate;
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

/** A night that looks only at what differs leaves what one that looks at everything does. */
class ContinuationTest {
    private static final Dataset<Row> NOBODY =
            SPARK.sql("select '' as node, '' as oneid, date'2026-01-01' as assigned_on,"
                    + " date'2026-01-01' as released_on, '' as part, 0L as facts_hash where false");

    @Property(tries = 1, seed = "43", shrinking = ShrinkingMode.OFF)
    void nights_from_what_differs_are_nights_from_everything(@ForAll Random chance) {
        nights(chance, 3);
    }

    @Tag("long")
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void many_nights_from_what_differs_are_nights_from_everything(@ForAll Random chance) {
        nights(chance, 9);
    }

    @Test
    void a_night_looks_at_what_a_new_edge_ties_and_without_news_at_nothing() {
        List<Edge> edges = List.of(Edge.of("p1", "p2"), Edge.of("p4", "p5"), Edge.of("p7", "p8"));
        Dataset<Row> standing = new Continuation().of(nodes(edges), since(edges), NOBODY, DAY, false);
        assertThat(opened(edges, standing)).isEmpty();
        List<Edge> more = new ArrayList<>(edges);
        more.add(Edge.of("p5", "p9"));
        assertThat(opened(more, standing)).containsExactly("[p4]", "[p5]", "[p9]");
        assertThat(opened(edges.subList(1, 3), standing)).containsExactly("[p1]", "[p2]");
    }

    private static List<String> opened(List<Edge> edges, Dataset<Row> standing) {
        Dataset<Row> facts = NodeFacts.of(nodes(edges), since(edges), DAY.plusDays(1));
        return texts(Opening.of(standing, facts)
                .in(nodes("p1", "p2", "p4", "p5", "p7", "p8", "p9"), "node")
                .select("node"));
    }

    /** Edges that hold from the first night on. */
    private static Dataset<Row> since(List<Edge> edges) {
        return Graphs.rows(edges)
                .withColumn("first_seen", expr("date'" + DAY + "'"))
                .withColumn("retracted_on", expr("cast(null as date)"));
    }

    /** Tells of some nights, each twice, and goes back by one day at the end. */
    private static void nights(Random chance, int nights) {
        List<Edge> edges = drawn(chance, 40, 30);
        Dataset<Row> standing = NOBODY;
        for (int run = 0; run < 2 * nights; run++) {
            LocalDate night = DAY.plusDays(run / 2);
            Dataset<Row> told = told(edges, standing, night, false);
            assertThat(texts(told)).isEqualTo(texts(told(edges, standing, night, true)));
            standing = told;
            edges = new ArrayList<>(edges);
            edges.removeIf(e -> chance.nextInt(15) == 0);
            edges.addAll(drawn(chance, 40, chance.nextInt(5)));
        }
        LocalDate earlier = DAY.plusDays(nights - 2L);
        assertThat(texts(told(edges, standing, earlier, false))).isEqualTo(texts(told(edges, standing, earlier, true)));
    }

    private static Dataset<Row> told(List<Edge> edges, Dataset<Row> standing, LocalDate night, boolean anew) {
        return new Continuation()
                .of(dated(nodes(edges)), dated(edges, anew ? 2 : 7), standing, night, anew)
                .localCheckpoint();
    }

    /** Some nodes came before the first night, some come later, and of some nobody knows when. */
    private static Dataset<Row> dated(Dataset<Row> nodes) {
        return nodes.withColumn(
                "first_seen", expr("nullif(date_add(first_seen, pmod(hash(node), 6) - 2), date_add(first_seen, 2))"));
    }

    /** So do edges, and a fifth of them end on a day that is known before it comes. */
    private static Dataset<Row> dated(List<Edge> edges, int partitions) {
        String day = "date'" + DAY + "'";
        return shuffled(edges, new Random(partitions), partitions)
                .dropDuplicates("left", "right", "strength", "priority")
                .withColumn("first_seen", expr("date_add(%s, pmod(hash(left, right), 6) - 2)".formatted(day)))
                .withColumn(
                        "retracted_on",
                        expr("if(pmod(hash(right, left), 5) = 0, date_add(%s, pmod(hash(right), 7)), null)"
                                .formatted(day)));
    }
}
