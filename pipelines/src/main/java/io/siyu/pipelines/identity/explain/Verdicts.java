package io.siyu.pipelines.identity.explain;

import io.siyu.pipelines.identity.explain.Verdict.Lost;
import io.siyu.pipelines.identity.explain.Verdict.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the verdict on two identifiers in what is known of their components. */
final class Verdicts {
    /** A refused tie counts more than any path of others. */
    private static final int REFUSED = 1_000_000;

    private static final Comparator<Lost> ORDER =
            Comparator.comparing(Lost::left).thenComparing(Lost::right);

    private Verdicts() {}

    /**
     * Of two nodes of one component: the path between them that needs the fewest refused ties.
     *
     * @param ties all of the component, refused ones too
     * @param refusals by tie
     */
    static Optional<Verdict> refused(Ties ties, Map<Tie, Refusal> refusals, String a, String b) {
        return ties.cheapestPath(a, b, tie -> refusals.containsKey(tie) ? REFUSED : 1)
                .map(path -> new Verdict.Refused(
                        path,
                        path.stream()
                                .filter(refusals::containsKey)
                                .map(refusals::get)
                                .toList()));
    }

    /** A value that both have, one after the other; of several the first by text. */
    static Optional<Verdict> recycled(Set<String> ofA, Set<String> ofB) {
        Map<String, String> bases = new TreeMap<>();
        ofA.forEach(key -> bases.put(Node.of(key).base(), key));
        return ofB.stream()
                .map(Node::of)
                .filter(node -> bases.containsKey(node.base()) && !ofA.contains(node.key()))
                .min(Node.ORDER)
                .map(node -> {
                    Node mine = Node.of(Objects.requireNonNull(bases.get(node.base())));
                    boolean isFirst = Node.ORDER.compare(mine, node) < 0;
                    return new Verdict.Recycled((isFirst ? mine : node).key(), (isFirst ? node : mine).key());
                });
    }

    /**
     * Edges that may not merge and lead from one side to the other, at once or over one identifier that is on neither.
     *
     * @param lost edges that touch either side
     * @param ofA node keys of one side, without owners' days
     * @param ofB those of the other
     */
    static Optional<Verdict> dropped(List<Lost> lost, Set<String> ofA, Set<String> ofB) {
        Set<String> nearA = beyond(lost, ofA);
        Set<String> both = new TreeSet<>(beyond(lost, ofB));
        both.retainAll(nearA);
        both.removeAll(ofA);
        both.removeAll(ofB);
        List<Lost> leading = lost.stream()
                .filter(edge -> leads(edge, ofA, ofB) || leads(edge, ofA, both) || leads(edge, both, ofB))
                .distinct()
                .sorted(ORDER)
                .toList();
        return leading.isEmpty() ? Optional.empty() : Optional.of(new Verdict.Dropped(leading));
    }

    private static Set<String> beyond(List<Lost> lost, Set<String> side) {
        Set<String> beyond = new TreeSet<>();
        for (Lost edge : lost) {
            if (side.contains(edge.left())) {
                beyond.add(edge.right());
            }
            if (side.contains(edge.right())) {
                beyond.add(edge.left());
            }
        }
        return beyond;
    }

    private static boolean leads(Lost edge, Set<String> from, Set<String> to) {
        return (from.contains(edge.left()) && to.contains(edge.right()))
                || (from.contains(edge.right()) && to.contains(edge.left()));
    }
}
