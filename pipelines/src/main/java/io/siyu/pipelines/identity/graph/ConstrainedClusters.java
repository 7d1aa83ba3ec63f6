package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.min;

import io.siyu.pipelines.sql.Kept;
import io.siyu.warehouse.Problems;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Clusters in which no limit is broken. Edges are admitted strongest first, and one whose union would break a limit is refused
 * ({@link Replay} says in what order). In a component that as a whole keeps all limits nothing can be refused, so of a large
 * graph only the other components are replayed.
 *
 * <p>A component that breaks a limit may have any number of edges. If it has more than {@code mostNodes} nodes, first all
 * edges of its {@link Hubs} are refused.
 *
 * @param whole edges up to which all are replayed at once: two Spark jobs in all, but one task sorts every edge
 * @param components finds the components of larger graphs
 * @param mostNodes nodes of a component that one task replays; it needs some 250 bytes for each
 */
public record ConstrainedClusters(long whole, Components components, long mostNodes) {
    private static final long WHOLE = 300_000;
    private static final long MOST_NODES = 4_000_000;
    private static final String[] NODE = {"node"};

    /** For graphs of any size. */
    public ConstrainedClusters() {
        this(WHOLE, new Components(), MOST_NODES);
    }

    /** @return cut from its plan */
    public Clusters of(Dataset<Row> nodes, Dataset<Row> edges) {
        try (Kept all = Kept.of(edges)) {
            return all.rows().count() <= whole
                    ? Clusters.of(Replay.ofWhole(nodes, all.rows()).localCheckpoint())
                    : inParts(nodes, all.rows(), true);
        }
    }

    private Clusters inParts(Dataset<Row> nodes, Dataset<Row> edges, boolean withHubs) {
        Dataset<Row> found = found(nodes, edges);
        Dataset<Row> broken = broken(nodes, found);
        Dataset<Row> parts = found.withColumnRenamed("component", "part")
                .join(broadcast(broken), "part")
                .localCheckpoint();
        Dataset<Row> large =
                parts.groupBy("part").count().where(col("count").gt(mostNodes)).localCheckpoint();
        if (!large.isEmpty()) {
            return withHubs ? withoutHubs(nodes, edges, parts.join(broadcast(large), "part"), found) : tooLarge(large);
        }
        Dataset<Row> limits = nodes.select("node", "limit_key", "limit_count");
        Clusters again = Clusters.of(Replay.ofParts(
                        parts.join(limits, NODE, "left"), edges.join(parts.withColumnRenamed("node", "left"), "left"))
                .localCheckpoint());
        Dataset<Row> kept = found.withColumn("cluster", col("component"))
                .join(broadcast(broken.withColumnRenamed("part", "component")), new String[] {"component"}, "left_anti")
                .select("node", "component", "cluster");
        return new Clusters(kept.union(again.members()), again.refused());
    }

    private Dataset<Row> found(Dataset<Row> nodes, Dataset<Row> edges) {
        Dataset<Row> alone = nodes.select(col("node").as("left"), col("node").as("right"));
        return components.of(edges.select("left", "right").union(alone)).members();
    }

    /** {@code part}: components that as a whole break a limit. */
    private static Dataset<Row> broken(Dataset<Row> nodes, Dataset<Row> components) {
        return nodes.where(col("limit_key").isNotNull())
                .join(components, "node")
                .groupBy("component", "limit_key")
                .agg(countDistinct("node").as("nodes"), min("limit_count").as("most"))
                .where("nodes > most")
                .select(col("component").as("part"))
                .distinct()
                .localCheckpoint();
    }

    private Clusters withoutHubs(Dataset<Row> nodes, Dataset<Row> edges, Dataset<Row> large, Dataset<Row> components) {
        Hubs hubs = Hubs.of(edges, large);
        Dataset<Row> ends = edges.select(col("left").as("node")).union(edges.select("right"));
        Dataset<Row> all = nodes.select("node", "limit_key", "limit_count")
                .unionByName(ends.distinct().join(nodes, NODE, "left_anti"), true);
        Clusters rest = inParts(all, hubs.others(edges), false);
        return new Clusters(
                rest.members()
                        .select("node", "cluster")
                        .join(components, "node")
                        .select("node", "component", "cluster"),
                rest.refused().unionByName(hubs.refused(edges)));
    }

    private Clusters tooLarge(Dataset<Row> large) {
        Row first = large.orderBy("part").head();
        throw Problems.failed(
                "cluster the component of " + first.getString(0),
                "it has " + first.getLong(1) + " nodes, one task takes " + mostNodes + ", and no hub holds it together",
                "Nothing was written; look for a type whose values are shared by all, and give it a limit",
                null);
    }
}
