package io.siyu.pipelines.identity.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.alg.util.UnionFind;

/**
 * A graph as text: the ties that tell most and connect all, as trees that begin at the identifier believed first; then the ties
 * that close circles.
 */
record Tree(Ties ties, Names names) {

    List<String> lines() {
        UnionFind<String> joined = new UnionFind<>(ties.graph().vertexSet());
        Set<Tie> chosen = new HashSet<>();
        List<Tie> closing = new ArrayList<>();
        for (Tie tie : ties.sorted()) {
            if (joined.inSameSet(tie.left(), tie.right())) {
                closing.add(tie);
            } else {
                joined.union(tie.left(), tie.right());
                chosen.add(tie);
            }
        }
        List<String> lines = new ArrayList<>();
        Set<String> shown = new TreeSet<>();
        ties.nodes().stream()
                .map(Node::of)
                .sorted(Comparator.comparingInt(names::priority).reversed().thenComparing(Node.ORDER))
                .map(Node::key)
                .forEach(root -> {
                    if (shown.add(root)) {
                        lines.add("  " + names.of(root));
                        below(root, chosen, shown, "  ", lines);
                    }
                });
        closing.forEach(tie ->
                lines.add("  also " + tie.strength() + "  " + names.of(tie.left()) + "  —  " + names.of(tie.right())));
        return lines;
    }

    private void below(String node, Set<Tie> chosen, Set<String> shown, String indent, List<String> lines) {
        List<Tie> children = ties.at(node).stream()
                .filter(tie -> chosen.contains(tie) && !shown.contains(tie.other(node)))
                .toList();
        for (int i = 0; i < children.size(); i++) {
            Tie tie = children.get(i);
            String child = tie.other(node);
            boolean isLast = i == children.size() - 1;
            shown.add(child);
            lines.add(indent + (isLast ? "└─ " : "├─ ") + tie.strength() + "  " + names.of(child) + TieText.seen(tie)
                    + ", " + tie.sources().replace(",", ", "));
            below(child, chosen, shown, indent + (isLast ? "   " : "│  "), lines);
        }
    }
}
