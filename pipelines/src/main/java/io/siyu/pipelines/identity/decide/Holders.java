package io.siyu.pipelines.identity.decide;

import static org.apache.spark.sql.functions.col;

import io.siyu.warehouse.identity.IdModel;
import io.siyu.warehouse.identity.IdType;
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
    private final IdModel kinds;

    /**
     * @param tables rows of {@code dim.id_cluster} and {@code dim.identity_span}
     * @param kinds the kinds of identifiers
     */
    public Holders(Function<String, Dataset<Row>> tables, IdModel kinds) {
        this.clusters = tables.apply("dim.id_cluster");
        this.spans = tables.apply("dim.identity_span");
        this.kinds = kinds;
    }

    /**
     * By id; one that nobody knows is missing. The identifier whose kind has the greatest priority speaks for a OneID.
     *
     * @param ids identifiers and OneIDs
     */
    public Map<String, Holder> of(Collection<String> ids) {
        Map<String, String> nodes = new HashMap<>();
        Map<String, String> customers = new HashMap<>();
        Object[] asked = ids.toArray();
        spans.where(col("released_on").isNull().and(col("oneid").isin(asked)))
                .select("oneid", "node")
                .collectAsList()
                .forEach(row -> nodes.merge(row.getString(0), row.getString(1), (a, b) -> believed(a, b) <= 0 ? a : b));
        ids.forEach(id -> nodes.putIfAbsent(id, id));
        clusters.where(col("node").isin(nodes.values().toArray()))
                .select("node", "cluster")
                .collectAsList()
                .forEach(row -> customers.put(row.getString(0), row.getString(1)));
        Map<String, Set<String>> limits = new HashMap<>();
        clusters.where(col("cluster").isin(customers.values().toArray()))
                .select("cluster", "node")
                .collectAsList()
                .forEach(row -> {
                    if (isAlone(row.getString(1))) {
                        limits.computeIfAbsent(row.getString(0), key -> new HashSet<>())
                                .add(place(row.getString(1)));
                    }
                });
        Map<String, Holder> holders = new HashMap<>();
        nodes.forEach((id, node) -> {
            String customer = customers.get(node);
            if (customer != null) {
                holders.put(id, new Holder(node, customer, limits.getOrDefault(customer, Set.of())));
            }
        });
        return holders;
    }

    private int believed(String a, String b) {
        int byPriority = Integer.compare(priority(b), priority(a));
        return byPriority != 0 ? byPriority : a.compareTo(b);
    }

    private int priority(String node) {
        return kinds.type(type(node)).map(IdType::priority).orElse(0);
    }

    /** Whether one customer has one of its kind. */
    private boolean isAlone(String node) {
        return kinds.type(type(node))
                .map(IdType::valuesPerOneid)
                .filter(limit -> limit.most() == 1)
                .isPresent();
    }

    private static String type(String node) {
        return node.substring(0, Math.max(0, node.indexOf('|')));
    }

    /** Type and namespace, {@code member_id|crm}. */
    private static String place(String node) {
        return node.substring(0, node.indexOf('|', node.indexOf('|') + 1));
    }
}
