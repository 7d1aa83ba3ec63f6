package io.siyu.pipelines.identity.graph;

import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The clusters of a night from those that stand: only parts of the graph in which a fact differs are clustered again. What comes
 * out is what clustering all of them would give.
 *
 * @param clustering makes clusters of what is opened
 */
public record StandingClusters(ConstrainedClusters clustering) {
    /** For graphs of any size. */
    public StandingClusters() {
        this(new ConstrainedClusters());
    }

    /**
     * {@code node, cluster, part, facts_hash}, a row per node; a part is a component, by its least node.
     *
     * @param nodes {@code node, limit_key, limit_count, first_seen}
     * @param edges {@code left, right, strength, priority, seen, evidence, first_seen, retracted_on}, those that hold
     * @param standing the same columns as the last run left them, and maybe more
     * @param anew whether no part may stay as it is
     */
    public Dataset<Row> of(
            Dataset<Row> nodes, Dataset<Row> edges, Dataset<Row> standing, LocalDate tonight, boolean anew) {
        Dataset<Row> facts = NodeFacts.of(nodes, edges, tonight).localCheckpoint();
        if (anew || standing.isEmpty()) {
            return clustered(nodes, edges, facts);
        }
        Opening opening = Opening.of(standing, facts);
        return clustered(opening.in(nodes, "node"), opening.in(edges, "left"), facts)
                .unionByName(opening.out(standing.select("node", "cluster", "part", "facts_hash"), "node"));
    }

    private Dataset<Row> clustered(Dataset<Row> nodes, Dataset<Row> edges, Dataset<Row> facts) {
        Dataset<Row> members = clustering
                .of(
                        nodes.select("node", "limit_key", "limit_count"),
                        edges.select("left", "right", "strength", "priority", "seen", "evidence"))
                .members()
                .withColumnRenamed("component", "part");
        return members.join(facts, "node").select("node", "cluster", "part", "facts_hash");
    }
}
