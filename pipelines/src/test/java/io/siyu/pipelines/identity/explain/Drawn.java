package io.siyu.pipelines.identity.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Small graphs for tests: by hand, and by chance. */
final class Drawn {
    private static final int MOST_NODES = 8;

    private Drawn() {}

    /** An edge between two letters, as the identifiers {@code card_no|crm|<letter>}. */
    static Tie tie(String ends, String strength, int priority) {
        return new Tie(
                node(ends.charAt(0)),
                node(ends.charAt(1)),
                strength,
                priority,
                "pos",
                "pos|S1|" + ends,
                1,
                "2026-11-01",
                "2026-11-20");
    }

    static String node(char letter) {
        return "card_no|crm|" + letter;
    }

    static Ties graph(Tie... ties) {
        return Ties.of(List.of(), List.of(ties));
    }

    /** Edges among a few letters; no two between the same. */
    static Arbitrary<List<Tie>> edges() {
        Arbitrary<Integer> letter = Arbitraries.integers().between(0, MOST_NODES - 1);
        Arbitrary<Tie> edge = Combinators.combine(
                        letter,
                        letter,
                        Arbitraries.of("S", "M"),
                        Arbitraries.integers().between(0, 2))
                .filter((a, b, strength, priority) -> !a.equals(b))
                .as((a, b, strength, priority) ->
                        tie("" + (char) ('a' + Math.min(a, b)) + (char) ('a' + Math.max(a, b)), strength, priority));
        return edge.list().ofMinSize(1).ofMaxSize(14).map(Drawn::distinct);
    }

    private static List<Tie> distinct(List<Tie> edges) {
        Map<String, Tie> byEnds = new TreeMap<>();
        edges.forEach(edge -> byEnds.putIfAbsent(edge.left() + edge.right(), edge));
        return new ArrayList<>(byEnds.values());
    }

    /** The letters that edges connect with this node, by trying all edges again and again. */
    static java.util.Set<String> reach(List<Tie> edges, String from) {
        java.util.Set<String> reached = new java.util.TreeSet<>(List.of(from));
        boolean more = true;
        while (more) {
            more = false;
            for (Tie edge : edges) {
                if (reached.contains(edge.left()) || reached.contains(edge.right())) {
                    more |= reached.add(edge.left()) | reached.add(edge.right());
                }
            }
        }
        return reached;
    }
}
