package io.siyu.pipelines.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring_index;

import io.siyu.pipelines.step.Inputs;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The nodes of the identity graph and their limits: {@code node, limit_key, limit_count, first_seen}. */
public final class IdNodes {
    private IdNodes() {}

    /** Those of a night, with a row more for each decision that tells one apart from another. */
    static Dataset<Row> of(Inputs in, Dataset<Row> links) {
        Dataset<Row> nodes = of(links, in.table("dim.id_known"), in.table("dwd.id_type"));
        return nodes.union(apart(in.table("dwd.id_decision"), nodes)).localCheckpoint();
    }

    /**
     * One row per node of an edge and per known node that has none, with the limit of its kind.
     *
     * @param links as of {@code dim.id_link}
     * @param known {@code node}
     * @param types as of {@code dwd.id_type}
     */
    public static Dataset<Row> of(Dataset<Row> links, Dataset<Row> known, Dataset<Row> types) {
        Column type = substring_index(col("node"), "|", 1);
        Dataset<Row> limits = types.where("most_values is not null").select(col("id_type"), col("most_values"));
        return end(links, "left")
                .union(end(links, "right"))
                .union(known.select(col("node"), lit(null).cast("date").as("first_seen")))
                .groupBy("node")
                .agg(min("first_seen").as("first_seen"))
                .join(limits, type.equalTo(col("id_type")), "left")
                .select(
                        col("node"),
                        expr("if(most_values is null, null, substring_index(node, '|', 2))")
                                .as("limit_key"),
                        col("most_values").as("limit_count"),
                        col("first_seen"));
    }

    /**
     * A decision is a limit of one that both nodes fill: two rows each, of those whose node is there.
     *
     * @param decisions as of {@code dwd.id_decision}
     * @param nodes {@code node}
     */
    public static Dataset<Row> apart(Dataset<Row> decisions, Dataset<Row> nodes) {
        return decisions
                .where("decision = 'different'")
                .select(
                        explode(array("left_node", "right_node")).as("node"),
                        concat_ws("|", lit("apart"), col("left_node"), col("right_node"))
                                .as("limit_key"),
                        lit(1).as("limit_count"),
                        lit(null).cast("date").as("first_seen"))
                .join(nodes, new String[] {"node"}, "left_semi");
    }

    private static Dataset<Row> end(Dataset<Row> links, String side) {
        return links.select(col(side).as("node"), col("first_seen"));
    }
}
