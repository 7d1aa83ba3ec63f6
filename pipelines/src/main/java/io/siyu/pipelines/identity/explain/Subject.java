package io.siyu.pipelines.identity.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person asked about: one identifier, with every owner it had, or a customer.
 *
 * @param asked as it was typed
 * @param isCustomer whether a OneID was typed
 * @param held OneID by node key
 */
record Subject(String asked, boolean isCustomer, SortedMap<String, String> held) {
    Subject {
        held = new TreeMap<>(held);
    }

    /** OneIDs, the one of the last owner last. */
    List<String> oneids() {
        return nodes().stream().map(node -> held.get(node.key())).distinct().toList();
    }

    /** Nodes by text, the last owner's last. */
    List<Node> nodes() {
        return held.keySet().stream().map(Node::of).sorted(Node.ORDER).toList();
    }

    /** The node that stands for it within a customer: its own, or of a customer the one believed first. */
    String node(String oneid, Names names) {
        Comparator<Node> order =
                isCustomer ? Comparator.comparingInt(names::priority).reversed() : (a, b) -> 0;
        return held.entrySet().stream()
                .filter(e -> e.getValue().equals(oneid))
                .map(Map.Entry::getKey)
                .map(Node::of)
                .min(order.thenComparing(Node.ORDER.reversed()))
                .orElseThrow()
                .key();
    }
}
