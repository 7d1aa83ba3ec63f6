package io.siyu.pipelines.identity.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.AsWeightedGraph;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * Identifiers and the ties between them. Answers depend on what is in it, never on the order in which it came.
 *
 * @param graph nodes and ties, put in by text order; the weight of a tie is its {@link Tie#worth}
 */
record Ties(Graph<String, Tie> graph) {

    /** @param nodes those that stand alone among them; ends of ties need not be named */
    static Ties of(Collection<String> nodes, Collection<Tie> ties) {
        Graph<String, Tie> graph = new SimpleWeightedGraph<>(Tie.class);
        Set<String> all = new TreeSet<>(nodes);
        ties.forEach(tie -> {
            all.add(tie.left());
            all.add(tie.right());
        });
        all.forEach(graph::addVertex);
        ties.stream().sorted(Tie.ORDER).forEach(tie -> {
            if (graph.addEdge(tie.left(), tie.right(), tie)) {
                graph.setEdgeWeight(tie, tie.worth());
            }
        });
        return new Ties(graph);
    }

    /** Ties, the most telling first. */
    List<Tie> sorted() {
        return graph.edgeSet().stream().sorted(Tie.ORDER).toList();
    }

    /** Nodes by text. */
    Set<String> nodes() {
        return new TreeSet<>(graph.vertexSet());
    }

    /** Ties at a node, the most telling first. */
    List<Tie> at(String node) {
        return graph.edgesOf(node).stream().sorted(Tie.ORDER).toList();
    }

    /** The nodes that ties connect with this one, itself among them. */
    Set<String> around(String node) {
        return new TreeSet<>(new ConnectivityInspector<>(graph).connectedSetOf(node));
    }

    /**
     * The path whose weakest tie is worth most; of several that with the fewest ties, then the first by the text of its nodes.
     * Empty when nothing connects the two; of no ties when they are the same.
     */
    Optional<List<Tie>> strongestPath(String from, String to) {
        List<Integer> worths = graph.edgeSet().stream()
                .map(Tie::worth)
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        for (int least : worths) {
            Graph<String, Tie> worthy = new MaskSubgraph<>(graph, node -> false, tie -> tie.worth() < least);
            Optional<List<Tie>> path = new Ties(worthy).cheapestPath(from, to, tie -> 1);
            if (path.isPresent()) {
                return path;
            }
        }
        return from.equals(to) ? Optional.of(List.of()) : Optional.empty();
    }

    /** The path of least cost, then the first by the text of its nodes. */
    Optional<List<Tie>> cheapestPath(String from, String to, ToIntFunction<Tie> cost) {
        Graph<String, Tie> priced = new AsWeightedGraph<>(graph, tie -> (double) cost.applyAsInt(tie), false, false);
        SingleSourcePaths<String, Tie> toGoal = new DijkstraShortestPath<>(priced).getPaths(to);
        if (Double.isInfinite(toGoal.getWeight(from))) {
            return Optional.empty();
        }
        List<Tie> path = new ArrayList<>();
        String at = from;
        while (!at.equals(to)) {
            String here = at;
            double left = toGoal.getWeight(here);
            Tie next = graph.edgesOf(here).stream()
                    .filter(tie -> toGoal.getWeight(tie.other(here)) + cost.applyAsInt(tie) == left)
                    .min(java.util.Comparator.comparing(tie -> tie.other(here)))
                    .orElseThrow();
            path.add(next);
            at = next.other(here);
        }
        return Optional.of(path);
    }
}
