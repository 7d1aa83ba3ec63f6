package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.xxhash64;

import io.siyu.warehouse.Problems;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Long numbers for node keys: a hash that is one-to-one on the keys of this graph. Whether it is, is counted; if two keys
 * share a number (1 in 37 at a billion keys), the next hash is tried.
 *
 * @param keys {@code node, number}, one row per node
 * @param size how many
 */
record Numbers(Dataset<Row> keys, long size, int attempt) {
    private static final int ATTEMPTS = 16;

    static Numbers of(Dataset<Row> edges) {
        Dataset<Row> nodes = edges.select(col("left").as("node"))
                .union(edges.select("right"))
                .distinct();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Dataset<Row> keys =
                    nodes.withColumn("number", number(col("node"), attempt)).localCheckpoint();
            Row counts = keys.agg(count(lit(1)), countDistinct("number")).head();
            if (counts.getLong(0) == counts.getLong(1)) {
                return new Numbers(keys, counts.getLong(0), attempt);
            }
        }
        throw Problems.failed(
                "number the nodes of a graph",
                "none of " + ATTEMPTS + " hashes keeps them apart",
                "Nothing was written; look for keys that are no identifiers",
                null);
    }

    /** {@code a, b, edges}: numbers of the ends, the smaller first, and how many edges there are between them. */
    Dataset<Row> edges(Dataset<Row> edges) {
        Column left = number(col("left"), attempt);
        Column right = number(col("right"), attempt);
        return edges.groupBy(least(left, right).as("a"), greatest(left, right).as("b"))
                .agg(count(lit(1)).as("edges"));
    }

    /** {@code node, component} in keys, from {@code node, goal} in numbers; who is not in there is alone. */
    Dataset<Row> named(Dataset<Row> moves) {
        Dataset<Row> goals = keys.join(
                        moves.select(col("node").as("number"), col("goal")), new String[] {"number"}, "left")
                .select(col("node"), coalesce(col("goal"), col("number")).as("goal"));
        Dataset<Row> names = goals.groupBy("goal").agg(min("node").as("component"));
        return goals.join(names, "goal").select("node", "component");
    }

    private static Column number(Column key, int attempt) {
        return xxhash64(lit(attempt), key);
    }
}
