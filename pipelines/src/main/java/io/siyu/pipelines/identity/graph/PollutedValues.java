package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Values that too many people share to say who somebody is: the phone of a store or a clerk, a test number, a blank. One is
 * found by the strong ids of one kind, such as member numbers of one brand, that edges tie it to; a person has strong ids of
 * many kinds, but few of each. Whatever a value is tied to, no task ever holds all of it.
 *
 * @param most strong ids of one kind that a value of this type may be tied to; types that are not named are not judged
 * @param strong types that tell people apart
 */
public record PollutedValues(SortedMap<String, Integer> most, SortedSet<String> strong) {
    private static final int SAMPLE = 5;

    public PollutedValues {
        most = new TreeMap<>(most);
    }

    /**
     * One row per value and kind with too many: {@code node STRING, kind STRING} (type and namespace of the ids), {@code ids
     * BIGINT} (how many), {@code most INT} (how many it may have), {@code sample ARRAY<STRING>} (up to five of them).
     *
     * @param edges {@code left, right} node keys
     */
    public Dataset<Row> of(Dataset<Row> edges) {
        Column left = col("left");
        Column right = col("right");
        Dataset<Row> ties =
                ties(edges, left, right).union(ties(edges, right, left)).distinct();
        Column part = pmod(xxhash64(col("id")), lit((long) SAMPLE));
        return ties.groupBy(col("node"), substring_index(col("id"), "|", 2).as("kind"), part.as("part"))
                .agg(count(lit(1)).as("ids"), min("id").as("first"))
                .groupBy("node", "kind")
                .agg(sum("ids").as("ids"), sort_array(collect_list("first")).as("sample"))
                .withColumn("most", allowed(col("node")))
                .where("ids > most")
                .select("node", "kind", "ids", "most", "sample");
    }

    /** The edges that touch no such value. */
    public static Dataset<Row> without(Dataset<Row> edges, Dataset<Row> polluted) {
        Dataset<Row> bad = broadcast(polluted.select("node").distinct());
        return edges.join(bad, edges.col("left").equalTo(bad.col("node")), "left_anti")
                .join(bad, edges.col("right").equalTo(bad.col("node")), "left_anti");
    }

    private Dataset<Row> ties(Dataset<Row> edges, Column value, Column id) {
        return edges.where(allowed(value)
                        .isNotNull()
                        .and(type(id).isInCollection(strong))
                        .and(value.notEqual(id)))
                .select(value.as("node"), id.as("id"));
    }

    private Column allowed(Column node) {
        Column allowed = lit(null).cast("int");
        for (Map.Entry<String, Integer> type : most.entrySet()) {
            allowed = coalesce(when(type(node).equalTo(type.getKey()), type.getValue()), allowed);
        }
        return allowed;
    }

    private static Column type(Column node) {
        return substring_index(node, "|", 1);
    }
}
