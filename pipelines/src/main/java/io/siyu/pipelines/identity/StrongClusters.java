package io.siyu.pipelines.identity;

import static org.apache.spark.sql.functions.min;

import io.siyu.pipelines.identity.graph.StandingClusters;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who is one customer by identifiers alone, {@code dim.id_cluster}: identifiers that good edges tie tonight, under the limits of
 * their kinds and without those that a person told apart. A night looks at those parts of the graph in which something differs.
 */
public final class StrongClusters implements Transform {
    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> links = in.table("dim.id_link").localCheckpoint();
        Dataset<Row> nodes = IdNodes.of(in, links);
        boolean anew = dates.reopenedFrom().equals(LocalDate.EPOCH);
        return new StandingClusters()
                .of(nodes, links.where("retracted_on is null"), in.table("dim.id_cluster"), dates.business(), anew)
                .join(nodes.groupBy("node").agg(min("first_seen").as("first_seen")), "node")
                .select("node", "cluster", "first_seen", "part", "facts_hash");
    }
}
