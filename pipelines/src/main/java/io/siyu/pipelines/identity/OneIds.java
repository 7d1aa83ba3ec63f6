package io.siyu.pipelines.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.siyu.pipelines.identity.graph.Continuation;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * OneIDs, {@code dim.identity_span}: identifiers that good edges tie are one customer, under the limits of their kinds; likely
 * links join customers after all identifiers, the likeliest first, and break no limit. Customers keep the ids that they had the
 * day before. A night looks at those parts of the graph in which something differs.
 */
public final class OneIds implements Transform {
    private static final int AFTER_ALL = 1_000_000;

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> links = in.table("dim.id_link").localCheckpoint();
        Dataset<Row> nodes = IdNodes.of(in, links);
        Dataset<Row> edges = links.unionByName(likely(in.table("dim.link_review")));
        boolean anew = dates.reopenedFrom().equals(LocalDate.EPOCH);
        return new Continuation().of(nodes, edges, in.table("dim.identity_span"), dates.business(), anew);
    }

    /** Links that the night believes, as edges that held ever since both ends were known. */
    private static Dataset<Row> likely(Dataset<Row> review) {
        return review.where("status = 'linked'")
                .select(
                        col("left_node").as("left"),
                        col("right_node").as("right"),
                        lit("M").as("strength"),
                        expr(AFTER_ALL + " - cast(round(100 * weight_bits) as int)")
                                .as("priority"),
                        lit(null).cast("timestamp").as("seen"),
                        lit("likely").as("evidence"),
                        lit("1970-01-01").cast("date").as("first_seen"),
                        lit(null).cast("date").as("retracted_on"));
    }
}
