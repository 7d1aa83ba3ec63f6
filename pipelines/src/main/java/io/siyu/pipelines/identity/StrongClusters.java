package io.siyu.pipelines.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring_index;

import io.siyu.pipelines.identity.graph.ConstrainedClusters;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who is one customer by identifiers alone, {@code dim.id_cluster}: identifiers that good edges tie, under the limits of their
 * kinds and without those that a person told apart. A decision is a limit of one that both identifiers fill.
 */
public final class StrongClusters implements Transform {
    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> links = in.table("dim.id_link").localCheckpoint();
        Dataset<Row> nodes =
                nodes(links, in.table("dim.id_known"), in.table("dwd.id_type")).localCheckpoint();
        Dataset<Row> apart = in.table("dwd.id_decision")
                .where("decision = 'different'")
                .select(
                        explode(array("left_node", "right_node")).as("node"),
                        concat_ws("|", lit("apart"), col("left_node"), col("right_node"))
                                .as("limit_key"),
                        lit(1).as("limit_count"))
                .join(nodes, new String[] {"node"}, "left_semi");
        return new ConstrainedClusters()
                .of(
                        nodes.select("node", "limit_key", "limit_count").union(apart),
                        links.select("left", "right", "strength", "priority", "seen", "evidence"))
                .members()
                .select("node", "cluster")
                .join(nodes, "node")
                .select("node", "cluster", "limit_key", "limit_count", "first_seen");
    }

    /** One row per node of an edge and per known node that has none, with the limit of its kind. */
    private static Dataset<Row> nodes(Dataset<Row> links, Dataset<Row> known, Dataset<Row> types) {
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

    private static Dataset<Row> end(Dataset<Row> links, String side) {
        return links.select(col(side).as("node"), col("first_seen"));
    }
}
