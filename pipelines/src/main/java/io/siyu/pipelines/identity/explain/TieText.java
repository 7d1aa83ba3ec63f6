package io.siyu.pipelines.identity.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ties in words. */
record TieText(Names names, Map<Tie, Origin> origins) {

    /** The ties of a path, numbered, in the direction it is walked. */
    List<String> path(String from, List<Tie> path) {
        List<String> lines = new ArrayList<>();
        String at = from;
        for (int i = 0; i < path.size(); i++) {
            Tie tie = path.get(i);
            String next = tie.other(at);
            lines.add("  " + (i + 1) + ". " + names.of(at) + "  —  " + names.of(next));
            lines.addAll(details(tie, "     "));
            at = next;
        }
        return lines;
    }

    /** {@code a  —  b} and what is known of it. */
    List<String> one(Tie tie, String indent) {
        List<String> lines = new ArrayList<>();
        lines.add(indent + names.of(tie.left()) + "  —  " + names.of(tie.right()));
        lines.addAll(details(tie, indent + "   "));
        return lines;
    }

    private List<String> details(Tie tie, String indent) {
        if (tie.isLikely()) {
            return likely(Waterfall.of(tie.evidence()), indent);
        }
        List<String> lines = new ArrayList<>();
        lines.add(indent + strength(tie) + ", priority " + tie.priority() + "; said by "
                + tie.sources().replace(",", ", ") + " in " + Told.count(tie.sightings(), "record") + seen(tie));
        Origin origin = origins.get(tie);
        lines.add(indent + "shown by " + names.evidence(tie.evidence()) + (origin == null ? "" : ": " + origin.text()));
        return lines;
    }

    private static List<String> likely(Waterfall waterfall, String indent) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%slikely (L, 疑似同一人): %.1f bits, a probability of %.4f",
                indent,
                waterfall.bits(),
                waterfall.probability()));
        lines.addAll(waterfall.lines(indent + "  "));
        return lines;
    }

    static String seen(Tie tie) {
        if (tie.isLikely()) {
            return ", " + tie.priority() + " bits";
        }
        String first = tie.firstSeen() == null ? "?" : tie.firstSeen();
        String last = tie.lastSeen() == null ? "?" : tie.lastSeen();
        return first.equals(last) ? ", " + first : ", " + first + " to " + last;
    }

    static String strength(Tie tie) {
        return tie.strength().equals("S") ? "strong (S)" : "medium (M, merges within limits)";
    }
}
