package io.siyu.pipelines.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring_index;

import io.siyu.pipelines.identity.graph.Timelines;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Strong OneIDs, {@code dim.identity_span}: identifiers that good edges tie are one customer, under the limits of their kinds,
 * and customers keep the ids that they had the day before.
 */
public final class OneIds implements Transform {
    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> links = in.table("dim.id_link").localCheckpoint();
        Dataset<Row> nodes =
                nodes(links, in.table("dim.id_known"), in.table("dwd.id_type")).localCheckpoint();
        IdSpans before = IdSpans.before(in.table("dim.identity_span"), dates.business());
        return new Timelines().of(nodes, links, before.rows(), dates.business()).unionByName(before.closed());
    }

    /**
     * One row per node of an edge and per known node that has none, with the limit of its kind: {@code node, limit_key,
     * limit_count, first_seen}.
     *
     * @param links as of {@code dim.id_link}
     * @param known {@code node}
     * @param types as of {@code dwd.id_type}
     */
    public static Dataset<Row> nodes(Dataset<Row> links, Dataset<Row> known, Dataset<Row> types) {
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
