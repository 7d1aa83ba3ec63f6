package io.siyu.pipelines.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.siyu.pipelines.identity.graph.ConstrainedClusters;
import io.siyu.pipelines.identity.graph.StableIds;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * OneIDs, {@code dim.identity_span}: customers that identifiers alone make one, joined where a link is likely enough, keep the
 * ids that they had the night before. Links are admitted after all identifiers, the likeliest first, and break no limit.
 */
public final class OneIds implements Transform {
    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> nodes = in.table("dim.id_cluster").localCheckpoint();
        Dataset<Row> linked = in.table("dim.link_review").where("status = 'linked'");
        Dataset<Row> members = joined(nodes, linked).localCheckpoint();
        IdSpans before = IdSpans.before(in.table("dim.identity_span"), dates.business());
        Dataset<Row> ids = StableIds.assign(members, nodes, before.past()).ids();
        return before.then(members.join(ids, "cluster").select("node", "id"), dates.business());
    }

    /** {@code node, cluster} where links make one cluster of several. */
    private static Dataset<Row> joined(Dataset<Row> nodes, Dataset<Row> linked) {
        Dataset<Row> named = linked.select(col("left_node").as("cluster"))
                .union(linked.select("right_node"))
                .distinct();
        Dataset<Row> touched = nodes.join(named, "cluster");
        Dataset<Row> stars = touched.select(
                col("cluster").as("left"),
                col("node").as("right"),
                lit("S").as("strength"),
                lit(0).as("priority"),
                lit(null).cast("timestamp").as("seen"),
                lit("strong").as("evidence"));
        Dataset<Row> links = linked.select(
                col("left_node"),
                col("right_node"),
                lit("M"),
                expr("cast(-round(100 * weight_bits) as int)"),
                lit(null).cast("timestamp"),
                lit("likely"));
        Dataset<Row> again = new ConstrainedClusters()
                .of(touched.select("node", "limit_key", "limit_count"), stars.union(links))
                .members()
                .select(col("node"), col("cluster").as("joined"));
        return nodes.join(again, new String[] {"node"}, "left")
                .select(col("node"), coalesce(col("joined"), col("cluster")).as("cluster"));
    }
}
