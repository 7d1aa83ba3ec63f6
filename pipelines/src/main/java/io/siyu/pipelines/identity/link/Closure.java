package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jgrapht.alg.util.UnionFind;

/**
 * Plain connected components over compared pairs, cut where they first find as much of the truth as is asked: what groups are compared
 * with.
 *
 * @param weight bits of the last pairs joined, all of equal weight together
 * @param linkedPairs pairs of records of the truth that share a component; {@code rightPairs} those of one entity; {@code truePairs} of
 *     the truth
 * @param reached whether they find as much at all; if not, this is all pairs joined
 */
public record Closure(double weight, long linkedPairs, long rightPairs, long truePairs, boolean reached) {
    /**
     * Joins pairs from the heaviest on, on the driver.
     *
     * @param pairs {@code l, r, weight}
     * @param truth {@code id, entity}, of the records that were linked
     * @param recall share of the true pairs to find
     */
    public static Closure of(Dataset<Row> pairs, Dataset<Row> truth, double recall) {
        Growth growth = new Growth(truth);
        double weight = Double.POSITIVE_INFINITY;
        for (Row pair : pairs.select(
                        col("l").cast("string"),
                        col("r").cast("string"),
                        col("weight").cast("double"))
                .orderBy(col("weight").desc())
                .collectAsList()) {
            if (pair.getDouble(2) < weight && growth.right >= recall * growth.all) {
                return growth.cut(weight, true);
            }
            weight = pair.getDouble(2);
            growth.join(pair.getString(0), pair.getString(1));
        }
        return growth.cut(weight, growth.right >= recall * growth.all);
    }

    /** Share of pairs in one component that are right; 1 when there are none. */
    public double precision() {
        return linkedPairs == 0 ? 1 : (double) rightPairs / linkedPairs;
    }

    /** Share of true pairs in one component; 1 when there are none. */
    public double recall() {
        return truePairs == 0 ? 1 : (double) rightPairs / truePairs;
    }

    /** As people read it. */
    public String text() {
        return reached
                ? String.format(
                        Locale.ROOT,
                        "Plain closure of pairs from %.2f bits on finds as much (recall %.4f) at a precision of %.4f.%n",
                        weight,
                        recall(),
                        precision())
                : String.format(
                        Locale.ROOT,
                        "Plain closure of all pairs finds less: recall %.4f, at a precision of %.4f.%n",
                        recall(),
                        precision());
    }

    /** Components and how many records of each entity they hold; of records without a truth, none. */
    private static final class Growth {
        private final UnionFind<String> components = new UnionFind<>(Set.of());
        private final Set<String> known = new HashSet<>();
        private final Map<String, Map<String, Long>> held = new HashMap<>();
        private long linked;
        private long right;
        private long all;

        Growth(Dataset<Row> truth) {
            Map<String, Long> entities = new HashMap<>();
            for (Row row : truth.filter(col("entity").isNotNull()).collectAsList()) {
                add(row.getString(0));
                held.put(row.getString(0), new HashMap<>(Map.of(row.getString(1), 1L)));
                all += entities.merge(row.getString(1), 1L, Long::sum) - 1;
            }
        }

        void join(String l, String r) {
            add(l);
            add(r);
            String one = components.find(l);
            String other = components.find(r);
            if (one.equals(other)) {
                return;
            }
            Map<String, Long> a = held.getOrDefault(one, Map.of());
            Map<String, Long> b = held.getOrDefault(other, Map.of());
            linked += size(a) * size(b);
            Map<String, Long> small = a.size() < b.size() ? a : b;
            Map<String, Long> large = small == a ? b : a;
            Map<String, Long> both = large.isEmpty() ? new HashMap<>() : large;
            for (Map.Entry<String, Long> entity : small.entrySet()) {
                right += entity.getValue() * both.getOrDefault(entity.getKey(), 0L);
                both.merge(entity.getKey(), entity.getValue(), Long::sum);
            }
            components.union(l, r);
            held.remove(one);
            held.remove(other);
            held.put(components.find(l), both);
        }

        Closure cut(double weight, boolean reached) {
            return new Closure(weight, linked, right, all, reached);
        }

        private void add(String id) {
            if (known.add(id)) {
                components.addElement(id);
            }
        }

        private static long size(Map<String, Long> entities) {
            return entities.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
