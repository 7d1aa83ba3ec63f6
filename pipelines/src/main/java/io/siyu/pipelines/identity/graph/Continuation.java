package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The ids of a night from those that stand: only parts of the graph in which a fact differs are told on, by {@link Timelines};
 * the others stay as they are. What comes out is what telling all of them would give.
 *
 * <p>Spans are {@code node, oneid, assigned_on, released_on, part, facts_hash}.
 */
public record Continuation(Timelines timelines) {
    /** For graphs of any size. */
    public Continuation() {
        this(new Timelines());
    }

    /**
     * All spans, as tonight leaves them.
     *
     * @param nodes as for {@link Timelines}
     * @param edges as for {@link Timelines}
     * @param standing the spans as the last run left them; what it or a later night said of tonight is taken back
     * @param anew whether no part may stay as it is
     */
    public Dataset<Row> of(
            Dataset<Row> nodes, Dataset<Row> edges, Dataset<Row> standing, LocalDate tonight, boolean anew) {
        Dataset<Row> facts = NodeFacts.of(nodes, edges, tonight).localCheckpoint();
        Dataset<Row> before = before(standing, tonight);
        int last = Timelines.last(before);
        if (anew || standing.isEmpty() || knowsLater(standing, tonight)) {
            Dataset<Row> past = before.localCheckpoint();
            return told(timelines.of(nodes, edges, past, last, tonight), past, facts);
        }
        Opening opening = Opening.of(standing, facts);
        Dataset<Row> past = opening.in(before, "node");
        Timelines.Told told = timelines.of(opening.in(nodes, "node"), opening.in(edges, "left"), past, last, tonight);
        return told(told, past, facts).unionByName(opening.out(standing, "node"));
    }

    /** No later night changes spans that ended. */
    private static Dataset<Row> told(Timelines.Told told, Dataset<Row> past, Dataset<Row> facts) {
        Dataset<Row> ended = past.where(col("released_on").isNotNull()).join(told.parts(), "node");
        return told.spans()
                .unionByName(ended)
                .join(facts, new String[] {"node"}, "left")
                .select("node", "oneid", "assigned_on", "released_on", "part", "facts_hash");
    }

    private static boolean knowsLater(Dataset<Row> standing, LocalDate tonight) {
        return !standing.where(coalesce(col("released_on"), col("assigned_on")).gt(lit(Date.valueOf(tonight))))
                .isEmpty();
    }

    /** The spans as the night before tonight left them. */
    private static Dataset<Row> before(Dataset<Row> standing, LocalDate tonight) {
        Column day = lit(Date.valueOf(tonight));
        return standing.where(col("assigned_on").lt(day))
                .select(
                        col("node"),
                        col("oneid"),
                        col("assigned_on"),
                        when(col("released_on").lt(day), col("released_on")).as("released_on"));
    }
}
