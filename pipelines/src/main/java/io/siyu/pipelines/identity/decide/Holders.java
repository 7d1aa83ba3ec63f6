package io.siyu.pipelines.identity.decide;

import static org.apache.spark.sql.functions.col;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Looks up whose identifiers and OneIDs are, in the working tables. */
public final class Holders {
    private final Dataset<Row> clusters;
    private final Dataset<Row> spans;

    /** @param tables rows of {@code dim.id_cluster} and {@code dim.identity_span} */
    public Holders(Function<String, Dataset<Row>> tables) {
        this.clusters = tables.apply("dim.id_cluster");
        this.spans = tables.apply("dim.identity_span");
    }

    /**
     * By id; one that nobody knows is missing.
     *
     * @param ids identifiers and OneIDs
     * @param priority of a kind of identifier; the identifier with the greatest speaks for a OneID
     */
    public Map<String, Holder> of(Collection<String> ids, Function<String, Integer> priority) {
        Map<String, String> nodes = new HashMap<>();
        Map<String, String> customers = new HashMap<>();
        Object[] asked = ids.toArray();
        spans.where(col("released_on").isNull().and(col("oneid").isin(asked)))
                .select("oneid", "node")
                .collectAsList()
                .forEach(row -> nodes.merge(
                        row.getString(0), row.getString(1), (a, b) -> believed(a, b, priority) <= 0 ? a : b));
        ids.forEach(id -> nodes.putIfAbsent(id, id));
        clusters.where(col("node").isin(nodes.values().toArray()))
                .select("node", "cluster")
                .collectAsList()
                .forEach(row -> customers.put(row.getString(0), row.getString(1)));
        Map<String, Set<String>> limits = new HashMap<>();
        clusters.where(col("cluster")
                        .isin(customers.values().toArray())
                        .and(col("limit_count").equalTo(1)))
                .select("cluster", "limit_key")
                .collectAsList()
                .forEach(row -> limits.computeIfAbsent(row.getString(0), key -> new HashSet<>())
                        .add(row.getString(1)));
        Map<String, Holder> holders = new HashMap<>();
        nodes.forEach((id, node) -> {
            String customer = customers.get(node);
            if (customer != null) {
                holders.put(id, new Holder(node, customer, limits.getOrDefault(customer, Set.of())));
            }
        });
        return holders;
    }

    private static int believed(String a, String b, Function<String, Integer> priority) {
        int byPriority = priority.apply(type(b)).compareTo(priority.apply(type(a)));
        return byPriority != 0 ? byPriority : a.compareTo(b);
    }

    private static String type(String node) {
        return node.substring(0, Math.max(0, node.indexOf('|')));
    }
}
