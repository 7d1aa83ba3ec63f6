package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of a graph.
 *
 * @param members {@code node, component, cluster}, one row per node: the smallest node it is connected with by any edge, and
 *     the smallest in its cluster
 * @param refused {@code left, right, strength, priority, seen, evidence, limit_key, limit_left, limit_right}, one row per edge
 *     that was not admitted: the limit in the way, and a node on either side that filled it then
 */
public record Clusters(Dataset<Row> members, Dataset<Row> refused) {
    /** Tells the two kinds of rows apart that {@link Replay} gives. */
    static Clusters of(Dataset<Row> replayed) {
        return new Clusters(
                replayed.where(col("node").isNotNull()).select("node", "component", "cluster"),
                replayed.where(col("node").isNull()).drop("node", "component", "cluster"));
    }
}
