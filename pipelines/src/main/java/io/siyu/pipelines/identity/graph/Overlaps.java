package io.siyu.pipelines.identity.graph;

import io.siyu.pipelines.identity.graph.Succession.Overlap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Which nodes tonight's clusters share with ids of the day before, and with ids that ended. */
final class Overlaps {
    private record Share(@Nullable String cluster, @Nullable String id, boolean isEnded) {}

    private final Map<String, String> clusters;
    private final ToIntFunction<String> firstSeen;
    private final Set<String> known = new HashSet<>();
    private final Map<Share, List<String>> shared = new HashMap<>();

    /**
     * @param clusters cluster by node
     * @param firstSeen days since 1970 of a node
     */
    Overlaps(Map<String, String> clusters, ToIntFunction<String> firstSeen) {
        this.clusters = clusters;
        this.firstSeen = firstSeen;
    }

    /** The id that a node had the day before. */
    void held(String node, String id) {
        known.add(node);
        add(new Share(clusters.get(node), id, false), node);
    }

    /** The nodes that an id had when it ended. */
    void ended(String id, Set<String> nodes) {
        for (String node : nodes) {
            if (clusters.containsKey(node)) {
                add(new Share(clusters.get(node), id, true), node);
            }
        }
    }

    /** All of them, with nodes that had no id, in no order that means anything. */
    List<Overlap> list() {
        clusters.forEach((node, cluster) -> {
            if (!known.contains(node)) {
                add(new Share(cluster, null, false), node);
            }
        });
        List<Overlap> overlaps = new ArrayList<>();
        shared.forEach((share, nodes) -> {
            String oldest = nodes.stream().min(this::older).orElseThrow();
            overlaps.add(new Overlap(
                    share.cluster, share.id, share.isEnded, nodes.size(), firstSeen.applyAsInt(oldest), oldest));
        });
        return overlaps;
    }

    private int older(String a, String b) {
        int order = Integer.compare(firstSeen.applyAsInt(a), firstSeen.applyAsInt(b));
        return order != 0 ? order : KeyOrder.compare(a, b);
    }

    private void add(Share share, String node) {
        shared.computeIfAbsent(share, s -> new ArrayList<>()).add(node);
    }
}
