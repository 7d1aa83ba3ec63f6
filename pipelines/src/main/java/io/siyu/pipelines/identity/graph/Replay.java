package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Admits the edges of each part of a graph, strongest first, into a {@link Forest}. Spark sorts, on disk if need be; a task
 * holds the nodes of one part at a time, and no edges.
 *
 * <p>The order: S before others, small priority numbers before large, seen late before seen early, then by content. It is
 * total, so rows may come in any order.
 */
final class Replay {
    private Replay() {}

    /**
     * One row per node, {@code node, component, cluster}, and one per refused edge: its six columns, {@code limit_key}, and
     * {@code limit_left, limit_right}, a node on either side that fills the limit. Each is null in the columns of the other.
     *
     * @param nodes {@code part, node, limit_key, limit_count}
     * @param edges {@code part} and the columns of an edge; both ends belong to that part
     */
    static Dataset<Row> ofParts(Dataset<Row> nodes, Dataset<Row> edges) {
        return replayed(rows(nodes, edges).repartition(col("part")), edges);
    }

    /** The same when all is one part, in one task; nodes and edges without {@code part}. */
    static Dataset<Row> ofWhole(Dataset<Row> nodes, Dataset<Row> edges) {
        Dataset<Row> rows = rows(nodes.withColumn("part", lit("")), edges.withColumn("part", lit("")));
        return replayed(rows.repartition(1), edges);
    }

    private static Dataset<Row> rows(Dataset<Row> nodes, Dataset<Row> edges) {
        DataType seen = edges.schema().apply("seen").dataType();
        return nodes.select(
                        col("part"),
                        nothing("string", "right"),
                        col("node").as("left"),
                        nothing("string", "strength"),
                        nothing("int", "priority"),
                        lit(null).cast(seen).as("seen"),
                        nothing("string", "evidence"),
                        col("limit_key"),
                        col("limit_count"))
                .union(edges.select(
                        col("part"),
                        col("right"),
                        col("left"),
                        col("strength"),
                        col("priority"),
                        col("seen"),
                        col("evidence"),
                        nothing("string", "limit_key"),
                        nothing("int", "limit_count")));
    }

    private static Dataset<Row> replayed(Dataset<Row> placed, Dataset<Row> edges) {
        MapPartitionsFunction<Row, Row> replay = ReplayedRows::new;
        DataType seen = edges.schema().apply("seen").dataType();
        return placed.sortWithinPartitions(order()).mapPartitions(replay, Encoders.row(shape(seen)));
    }

    /** The order in which edges are admitted. */
    static Column[] strongestFirst() {
        return new Column[] {
            when(col("strength").equalTo("S"), 0).otherwise(1),
            col("priority"),
            col("seen").desc_nulls_last(),
            least(col("left"), col("right")),
            greatest(col("left"), col("right")),
            col("evidence"),
            col("left")
        };
    }

    private static Column[] order() {
        return Stream.concat(Stream.of(col("part"), col("right").isNotNull()), Stream.of(strongestFirst()))
                .toArray(Column[]::new);
    }

    private static StructType shape(DataType seen) {
        return new StructType()
                .add("node", "string")
                .add("component", "string")
                .add("cluster", "string")
                .add("left", "string")
                .add("right", "string")
                .add("strength", "string")
                .add("priority", "int")
                .add("seen", seen)
                .add("evidence", "string")
                .add("limit_key", "string")
                .add("limit_left", "string")
                .add("limit_right", "string");
    }

    private static Column nothing(String type, String name) {
        return lit(null).cast(type).as(name);
    }
}
