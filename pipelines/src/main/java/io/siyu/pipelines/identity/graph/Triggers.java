package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which changed edge is behind an event of ids that last: one whose ends parted, or came together from different ids. */
public final class Triggers {
    private static final String[] NODE = {"node"};

    private Triggers() {}

    /**
     * The events with {@code left, right, evidence, added} of the strongest such edge, by strength, priority and content. They
     * are null where no edge is: of nodes all of which are new or gone, and where a limit changed.
     *
     * @param events {@code event, id, other}: {@code created}, {@code split} from {@code other}, {@code merged} into it,
     *     {@code re-assigned} to it, {@code ended}
     * @param changes edges that came or went, with {@code added BOOLEAN}
     * @param before {@code node, id} of last night
     * @param now {@code node, id} of tonight
     */
    public static Dataset<Row> of(Dataset<Row> events, Dataset<Row> changes, Dataset<Row> before, Dataset<Row> now) {
        Dataset<Row> ids = before.withColumnRenamed("id", "had").join(now.withColumnRenamed("id", "has"), NODE, "full");
        Dataset<Row> placed = changes.join(ends(ids, "left"), new String[] {"left"}, "left")
                .join(ends(ids, "right"), new String[] {"right"}, "left");
        Dataset<Row> edges = ways(placed, "left", "right")
                .union(ways(placed, "right", "left"))
                .groupBy("had", "has")
                .agg(min("edge").as("edge"));
        Column leaves = col("event").isin("merged", "re-assigned", "ended");
        Column from = when(leaves, col("id")).otherwise(col("other"));
        Column to = when(leaves, col("other")).otherwise(col("id"));
        return events.join(edges, from.eqNullSafe(col("had")).and(to.eqNullSafe(col("has"))), "left")
                .select(
                        col("event"),
                        col("id"),
                        col("other"),
                        col("nodes"),
                        col("node"),
                        col("edge.left").as("left"),
                        col("edge.right").as("right"),
                        col("edge.evidence").as("evidence"),
                        col("edge.added").as("added"));
    }

    private static Dataset<Row> ends(Dataset<Row> ids, String end) {
        return ids.select(
                col("node").as(end), col("had").as("had_" + end), col("has").as("has_" + end));
    }

    /** From which id to which one end went, when the other went another way. */
    private static Dataset<Row> ways(Dataset<Row> placed, String end, String other) {
        Column had = col("had_" + end);
        Column has = col("has_" + end);
        Column together = had.eqNullSafe(col("had_" + other)).and(has.eqNullSafe(col("has_" + other)));
        Column weak = when(col("strength").equalTo("S"), 0).otherwise(1).as("weak");
        return placed.where(not(together))
                .select(
                        had.as("had"),
                        has.as("has"),
                        struct(weak, col("priority"), col("left"), col("right"), col("evidence"), col("added"))
                                .as("edge"));
    }
}
