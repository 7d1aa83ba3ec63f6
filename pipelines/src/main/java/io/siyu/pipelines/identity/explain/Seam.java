package io.siyu.pipelines.identity.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.StoerWagnerMinimumCut;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.MaskSubgraph;

/**
 * Where a customer comes apart first.
 *
 * @param ties all that must go for that; one when it is a bridge, of bridges the one that tells least
 * @param larger identifiers of the side that has more of them; of equal sides the one with the first identifier by text
 * @param smaller identifiers of the other side
 */
record Seam(List<Tie> ties, Set<String> larger, Set<String> smaller) {
    private static final Comparator<Set<String>> SIZE = Comparator.<Set<String>>comparingInt(Set::size)
            .reversed()
            .thenComparing(side -> side.iterator().next());

    /** Whether a single tie holds both sides together. */
    boolean isBridge() {
        return ties.size() == 1;
    }

    /**
     * The weakest bridge, or without bridges the least cut by {@link Tie#worth} (Stoer and Wagner 1997). Empty for a customer of
     * one identifier, and for one that these ties do not connect.
     */
    static Optional<Seam> weakest(Ties ties) {
        Graph<String, Tie> graph = ties.graph();
        if (graph.vertexSet().size() < 2 || !new ConnectivityInspector<>(graph).isConnected()) {
            return Optional.empty();
        }
        Optional<Tie> bridge =
                new BiconnectivityInspector<>(graph).getBridges().stream().max(Tie.ORDER);
        if (bridge.isPresent()) {
            Graph<String, Tie> without = new MaskSubgraph<>(graph, node -> false, bridge.get()::equals);
            return Optional.of(
                    between(graph, new Ties(without).around(bridge.get().left())));
        }
        return Optional.of(between(graph, new StoerWagnerMinimumCut<>(graph).minCut()));
    }

    private static Seam between(Graph<String, Tie> graph, Set<String> side) {
        Set<String> one = new TreeSet<>(side);
        Set<String> other = new TreeSet<>(graph.vertexSet());
        other.removeAll(one);
        List<Tie> cut = graph.edgeSet().stream()
                .filter(tie -> one.contains(tie.left()) != one.contains(tie.right()))
                .sorted(Tie.ORDER)
                .toList();
        boolean isLarger = SIZE.compare(one, other) <= 0;
        return new Seam(cut, isLarger ? one : other, isLarger ? other : one);
    }
}
