package io.siyu.pipelines.identity.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Connected components of weighed pairs, by union and find. */
final class Components {
    /** A pair and its weight in bits. */
    record Edge(String l, String r, double weight) {}

    private static final double STEP = 2;

    private final Map<String, String> parents = new HashMap<>();

    private Components() {}

    /**
     * The least id of each record's component, by record; records without a pair are not in it. A component of more than
     * {@code largest} records is taken apart: its pairs must weigh two bits more, again and again, until its parts are small enough.
     */
    static Map<String, String> of(List<Edge> edges, double least, int largest) {
        Components all = new Components();
        edges.stream().filter(edge -> edge.weight() >= least).forEach(edge -> all.join(edge.l(), edge.r()));
        Map<String, String> labels = all.labels();
        Map<String, Integer> sizes = new TreeMap<>();
        labels.values().forEach(label -> sizes.merge(label, 1, Integer::sum));
        Map<String, List<Edge>> large = new TreeMap<>();
        for (Edge edge : edges) {
            String label = labels.get(edge.l());
            if (label != null && label.equals(labels.get(edge.r())) && sizes.getOrDefault(label, 0) > largest) {
                large.computeIfAbsent(label, key -> new ArrayList<>()).add(edge);
            }
        }
        labels.values().removeIf(large::containsKey);
        large.values().forEach(part -> labels.putAll(of(part, least + STEP, largest)));
        return labels;
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        new ArrayList<>(parents.keySet()).forEach(record -> labels.put(record, root(record)));
        return labels;
    }

    private void join(String a, String b) {
        String one = root(a);
        String other = root(b);
        if (one.compareTo(other) < 0) {
            parents.put(other, one);
        } else {
            parents.put(one, other);
        }
    }

    private String root(String record) {
        String at = record;
        String above = parents.computeIfAbsent(at, known -> known);
        while (!above.equals(at)) {
            String top = parents.getOrDefault(above, above);
            parents.put(at, top);
            at = above;
            above = top;
        }
        return at;
    }
}
