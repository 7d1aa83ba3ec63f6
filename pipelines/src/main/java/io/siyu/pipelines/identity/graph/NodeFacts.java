package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What stands for all that a night knows of a node: its limits and its edges. Where no node of a part has another one than the
 * night before, nothing can come of looking at that part again: days on which something begins or ends by itself are in it.
 */
final class NodeFacts {
    private static final long LOW = 0xFFFF_FFFFL;

    /** To be raised by whoever makes other clusters or ids of the same facts: the next night then looks at everything. */
    private static final int MADE_BY = 1;

    private NodeFacts() {}

    /**
     * {@code node, facts_hash}.
     *
     * @param nodes as for {@link Timelines}
     * @param edges as for {@link Timelines}
     */
    static Dataset<Row> of(Dataset<Row> nodes, Dataset<Row> edges, LocalDate tonight) {
        Column day = lit(Date.valueOf(tonight));
        Column since = when(col("first_seen").leq(day), col("first_seen"));
        Column edge = hash(
                Stream.of("left", "right", "strength", "priority", "seen", "evidence"),
                since,
                col("retracted_on"),
                col("retracted_on").leq(day));
        return nodes.select(col("node"), hash(Stream.of("node", "limit_key", "limit_count"), since))
                .union(edges.select(col("left"), edge))
                .union(edges.where(col("left").notEqual(col("right"))).select(col("right"), edge))
                .groupBy("node")
                .agg(
                        sum(shiftrightunsigned(col("hash"), 32)).as("high"),
                        sum(col("hash").bitwiseAND(LOW)).as("low"),
                        count(lit(1)).as("count"))
                .select(
                        col("node"),
                        xxhash64(lit(MADE_BY), col("high"), col("low"), col("count"))
                                .as("facts_hash"));
    }

    /** Spark's hash leaves nulls out, so it gets which they are. */
    private static Column hash(Stream<String> names, Column... more) {
        List<Column> columns = new ArrayList<>(
                Stream.concat(names.map(functions::col), Arrays.stream(more)).toList());
        Column nulls = lit(0);
        for (int i = 0; i < columns.size(); i++) {
            nulls = nulls.plus(when(columns.get(i).isNull(), 1 << i).otherwise(0));
        }
        columns.add(nulls);
        return xxhash64(columns.toArray(Column[]::new)).as("hash");
    }
}
