package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.broadcast;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A night's change of a graph. Only components that a change touches are opened again and clustered from their edges; with
 * those left alone that is what a full build gives.
 *
 * @param clustering makes clusters of what is opened
 */
public record Delta(ConstrainedClusters clustering) {
    private static final long BROADCAST = 500_000;

    /**
     * What a change left.
     *
     * @param opened the clusters of components that were opened
     * @param nodes tonight's nodes of those components, read once
     * @param edges tonight's edges of them, read once
     * @param before {@code node, component, cluster}: last night's rows of those components, all of which are replaced
     * @param untouched last night's rows that still hold
     */
    public record Result(
            Clusters opened, Dataset<Row> nodes, Dataset<Row> edges, Dataset<Row> before, Dataset<Row> untouched) {
        /** {@code node, component, cluster}: what holds tonight. */
        public Dataset<Row> members() {
            return untouched.union(opened.members());
        }
    }

    /**
     * Opens what was touched.
     *
     * @param last {@code node, component, cluster} of last night
     * @param nodes all nodes of tonight
     * @param edges all edges of tonight
     * @param touched {@code node}: both ends of every edge that came, went or changed, and every node that came, went, or
     *     changed its limit
     */
    public Result of(Dataset<Row> last, Dataset<Row> nodes, Dataset<Row> edges, Dataset<Row> touched) {
        Dataset<Row> changed = touched.select("node").distinct().localCheckpoint();
        Dataset<Row> components = semi(last, changed, "node", changed.count())
                .select("component")
                .distinct()
                .localCheckpoint();
        Dataset<Row> before = semi(last, components, "component", components.count());
        Dataset<Row> open = before.select("node").union(changed).distinct().localCheckpoint();
        long opened = open.count();
        Dataset<Row> ends = open.withColumnRenamed("node", "left");
        Dataset<Row> nodesOpened = semi(nodes, open, "node", opened).localCheckpoint();
        Dataset<Row> edgesOpened = semi(edges, ends, "left", opened).localCheckpoint();
        Dataset<Row> untouched =
                last.join(components, new String[] {"component"}, "left_anti").select("node", "component", "cluster");
        return new Result(
                clustering.of(nodesOpened, edgesOpened),
                nodesOpened,
                edgesOpened,
                before.select("node", "component", "cluster"),
                untouched);
    }

    private static Dataset<Row> semi(Dataset<Row> rows, Dataset<Row> keys, String key, long count) {
        return rows.join(count <= BROADCAST ? broadcast(keys) : keys, new String[] {key}, "left_semi");
    }
}
