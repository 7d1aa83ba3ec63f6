package io.siyu.pipelines.identity.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who inherits which id: the largest overlap is settled first, each id goes to one cluster and each cluster takes one id;
 * clusters that are left over get new ones. Of equal overlaps the one with the oldest node wins, then the smaller node key, then the smaller id.
 */
final class Succession {
    /**
     * Nodes that a cluster of tonight and an id share.
     *
     * @param cluster null for nodes that are gone
     * @param id null for nodes that are new
     * @param ended whether the id was nobody's last night; then it counts after those that were somebody's
     * @param firstSeen days since 1970 of the node seen first; {@code node} is the smallest of those seen that day
     */
    record Overlap(
            @Nullable String cluster, @Nullable String id, boolean ended, long nodes, int firstSeen, String node) {
        static final Comparator<Overlap> OLDEST =
                Comparator.comparingInt(Overlap::firstSeen).thenComparing(Overlap::node, KeyOrder::compare);

        static final Comparator<Overlap> LARGEST = Comparator.comparing(Overlap::ended)
                .thenComparing(Comparator.comparingLong(Overlap::nodes).reversed())
                .thenComparing(OLDEST)
                .thenComparing(o -> o.id == null ? "" : o.id);
    }

    private final List<Overlap> told = new ArrayList<>();
    private final Set<String> issued = new HashSet<>();
    private final Map<String, String> idOf = new HashMap<>();
    private final Map<String, String> holder = new HashMap<>();

    void tell(Overlap overlap) {
        told.add(overlap);
        if (overlap.id != null) {
            issued.add(overlap.id);
        }
    }

    /** An id that no new one may equal. */
    void issued(String id) {
        issued.add(id);
    }

    /** Id by cluster, for every cluster that was told of. */
    Map<String, String> ids() {
        told.sort(Overlap.LARGEST);
        Map<String, Overlap> oldest = new TreeMap<>(KeyOrder::compare);
        for (Overlap o : told) {
            if (o.cluster != null) {
                oldest.merge(o.cluster, o, (a, b) -> Overlap.OLDEST.compare(a, b) <= 0 ? a : b);
                if (o.id != null && !idOf.containsKey(o.cluster) && !holder.containsKey(o.id)) {
                    hold(o.cluster, o.id);
                }
            }
        }
        oldest.forEach((cluster, o) -> {
            if (!idOf.containsKey(cluster)) {
                hold(cluster, mint(o.node));
            }
        });
        return idOf;
    }

    private void hold(String cluster, String id) {
        idOf.put(cluster, id);
        holder.put(id, cluster);
    }

    private String mint(String node) {
        int attempt = 1;
        while (!issued.add(Mint.id(node, attempt))) {
            attempt++;
        }
        return Mint.id(node, attempt);
    }
}
