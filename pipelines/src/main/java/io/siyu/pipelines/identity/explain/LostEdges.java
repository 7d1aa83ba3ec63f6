package io.siyu.pipelines.identity.explain;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.siyu.pipelines.identity.explain.Verdict.Lost;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads edges that may not merge: taken back, of a bad value, or a hint only. */
record LostEdges(Published published) {
    private static final int MOST = 1_000;

    /**
     * Such edges from one side to the other, and those from both sides to one identifier beyond them; of very many those that
     * come first by text.
     *
     * @param ofA node keys without owners' days
     * @param ofB those of the other side
     */
    List<Lost> between(Set<String> ofA, Set<String> ofB) {
        Dataset<Row> lost = lost().localCheckpoint();
        Set<String> both = new TreeSet<>(ofA);
        both.addAll(ofB);
        Dataset<Row> shared =
                beyond(lost, ofA).intersect(beyond(lost, ofB)).union(new Edges(published).column("node", both));
        Dataset<Row> side = broadcast(new Edges(published).column("side", both));
        Dataset<Row> out = broadcast(shared.distinct().withColumnRenamed("node", "out"));
        return lost
                .join(
                        side,
                        col("left_node")
                                .equalTo(col("side"))
                                .or(col("right_node").equalTo(col("side"))))
                .join(out, col("out").equalTo(col("left_node")).or(col("out").equalTo(col("right_node"))))
                .where("out <> side")
                .drop("side", "out")
                .distinct()
                .orderBy("left_node", "right_node")
                .limit(MOST)
                .collectAsList()
                .stream()
                .map(LostEdges::edge)
                .toList();
    }

    private Dataset<Row> lost() {
        Dataset<Row> bad = published.rows("dim.id_bad_value").select("node", "reason", "evidence");
        Dataset<Row> guess = published.rows("dim.id_guess").withColumn("is_guess", lit(true));
        return published
                .rows("dwd.id_edge")
                .as("e")
                .join(bad.as("l"), col("l.node").equalTo(col("left_node")), "left")
                .join(bad.as("r"), col("r.node").equalTo(col("right_node")), "left")
                .join(guess, new String[] {"left_node", "right_node"}, "left")
                .where("l.node is not null or r.node is not null or retracted_on is not null or is_guess"
                        + " or strength not in ('S', 'M')")
                .select(
                        col("left_node"),
                        col("right_node"),
                        col("strength"),
                        col("sources"),
                        col("e.evidence").as("evidence"),
                        col("last_seen").cast("date").cast("string").as("last_seen"),
                        col("retracted_on").cast("string").as("retracted_on"),
                        col("retracted_by"),
                        coalesce(col("l.node"), col("r.node")).as("bad"),
                        coalesce(col("l.reason"), col("r.reason")).as("reason"),
                        coalesce(col("l.evidence"), col("r.evidence")).as("shown"));
    }

    /** {@code node}: the other ends of edges at one side. */
    private Dataset<Row> beyond(Dataset<Row> lost, Set<String> side) {
        Dataset<Row> at = broadcast(new Edges(published).column("at", side));
        Dataset<Row> right = lost.join(at, col("left_node").equalTo(col("at")))
                .select(col("right_node").as("node"));
        return lost.join(at, col("right_node").equalTo(col("at")))
                .select(col("left_node").as("node"))
                .union(right);
    }

    private static Lost edge(Row row) {
        return new Lost(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }
}
