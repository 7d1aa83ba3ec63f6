package io.siyu.pipelines.identity.explain;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.siyu.pipelines.identity.IdNodes;
import io.siyu.pipelines.identity.explain.Verdict.Refusal;
import io.siyu.pipelines.identity.graph.Clusters;
import io.siyu.pipelines.identity.graph.Components;
import io.siyu.pipelines.identity.graph.ConstrainedClusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Components clustered anew, by the classes that a night clusters with.
 *
 * @param component smallest node of the component, by node
 * @param cluster smallest node of the cluster, by node
 * @param ties all edges of these components
 * @param refusals those that a limit refused
 */
record Live(Map<String, String> component, Map<String, String> cluster, Ties ties, Map<Tie, Refusal> refusals) {

    /** The components of these nodes. */
    static Live of(Published published, Collection<String> seeds) {
        Edges edges = new Edges(published);
        Dataset<Row> links = published.rows("dim.id_link").where("retracted_on is null");
        Dataset<Row> seed = edges.column("node", seeds);
        Dataset<Row> found = new Components().of(links).members();
        Dataset<Row> hit = broadcast(found.join(broadcast(seed), "node").select("component"));
        Dataset<Row> inside = found.join(hit, new String[] {"component"}, "left_semi")
                .select("node")
                .union(seed)
                .distinct()
                .localCheckpoint();
        Dataset<Row> theirs =
                links.join(inside.withColumnRenamed("node", "left"), "left").localCheckpoint();
        List<Tie> ties = edges.ties(theirs);
        Dataset<Row> known = IdNodes.of(theirs, seed, published.rows("dwd.id_type"));
        Dataset<Row> nodes = known.union(IdNodes.apart(published.rows("dwd.id_decision"), known));
        Clusters clusters = new ConstrainedClusters()
                .of(
                        nodes.select("node", "limit_key", "limit_count"),
                        theirs.select("left", "right", "strength", "priority", "seen", "evidence"));
        Map<String, String> component = new TreeMap<>();
        Map<String, String> cluster = new TreeMap<>();
        clusters.members()
                .select("node", "component", "cluster")
                .collectAsList()
                .forEach(row -> {
                    component.put(row.getString(0), row.getString(1));
                    cluster.put(row.getString(0), row.getString(2));
                });
        return new Live(component, cluster, Ties.of(component.keySet(), ties), refusals(ties, clusters.refused()));
    }

    private static Map<Tie, Refusal> refusals(List<Tie> ties, Dataset<Row> refused) {
        Map<List<String>, Tie> byEnds = new HashMap<>();
        ties.forEach(tie -> byEnds.put(List.of(tie.left(), tie.right()), tie));
        Map<Tie, Refusal> refusals = new HashMap<>();
        for (Row row : refused.select(
                        col("left"), col("right"), col("limit_key"), col("limit_left"), col("limit_right"))
                .collectAsList()) {
            Tie tie = byEnds.get(List.of(row.getString(0), row.getString(1)));
            if (tie != null) {
                refusals.put(tie, new Refusal(tie, row.getString(2), row.getString(3), row.getString(4)));
            }
        }
        return refusals;
    }

    boolean isOne(String a, String b) {
        return cluster.containsKey(a) && Objects.equals(cluster.get(a), cluster.get(b));
    }

    boolean isConnected(String a, String b) {
        return component.containsKey(a) && Objects.equals(component.get(a), component.get(b));
    }

    /** All nodes of the component of this one. */
    Set<String> around(String node) {
        Set<String> nodes = new TreeSet<>();
        component.forEach((key, name) -> {
            if (name.equals(component.get(node))) {
                nodes.add(key);
            }
        });
        return nodes;
    }
}
