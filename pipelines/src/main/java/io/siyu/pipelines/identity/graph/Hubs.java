package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Nodes that tie more than a thousand others, in components that are too large for a task: none of them says who somebody is.
 *
 * @param nodes {@code hub}, few rows
 */
record Hubs(Dataset<Row> nodes) {
    private static final int MOST = 1_000;

    /** @param large {@code node} of all nodes of such components */
    static Hubs of(Dataset<Row> edges, Dataset<Row> large) {
        Dataset<Row> ties = edges.select(col("left").as("hub"), col("right").as("other"))
                .union(edges.select(col("right"), col("left")));
        return new Hubs(ties.groupBy("hub")
                .agg(countDistinct("other").as("ties"))
                .where(col("ties").gt(MOST))
                .join(large.select(col("node").as("hub")), "hub")
                .select("hub")
                .localCheckpoint());
    }

    /** Edges that touch no hub. */
    Dataset<Row> others(Dataset<Row> edges) {
        return marked(edges).where(hub().isNull()).drop("left_hub", "right_hub");
    }

    /** The other edges, as refused ones of the limit {@code hub}, with the hub on either side that is one. */
    Dataset<Row> refused(Dataset<Row> edges) {
        return marked(edges)
                .where(hub().isNotNull())
                .select(
                        col("left"),
                        col("right"),
                        col("strength"),
                        col("priority"),
                        col("seen"),
                        col("evidence"),
                        lit("hub").as("limit_key"),
                        col("left_hub").as("limit_left"),
                        col("right_hub").as("limit_right"));
    }

    private Dataset<Row> marked(Dataset<Row> edges) {
        Dataset<Row> left = nodes.select(col("hub").as("left"), col("hub").as("left_hub"));
        Dataset<Row> right = nodes.select(col("hub").as("right"), col("hub").as("right_hub"));
        return edges.join(left, new String[] {"left"}, "left").join(right, new String[] {"right"}, "left");
    }

    private static Column hub() {
        return coalesce(col("left_hub"), col("right_hub"));
    }
}
