package io.siyu.pipelines.identity.explain;

import io.siyu.pipelines.identity.explain.Verdict.Lost;
import io.siyu.pipelines.identity.explain.Verdict.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** A verdict in words. */
record VerdictText(Names names, Live live) {
    private static final String HUB = "hub";

    /** What kept these two apart, line by line. */
    List<String> lines(Verdict verdict, String a, String b) {
        if (verdict instanceof Verdict.One one) {
            return List.of("They are one customer, " + one.oneid() + ". What ties them: bin/siyu identity why");
        }
        if (verdict instanceof Verdict.Refused refused) {
            return refused(refused, a);
        }
        if (verdict instanceof Verdict.Recycled recycled) {
            return recycled(recycled);
        }
        if (verdict instanceof Verdict.Dropped dropped) {
            return dropped(dropped);
        }
        return nothing(a, b);
    }

    private List<String> refused(Verdict.Refused refused, String a) {
        List<String> lines = new ArrayList<>();
        lines.add("Edges lead from one to the other, and a limit refused "
                + (refused.refusals().size() == 1
                        ? "one of them:"
                        : refused.refusals().size() + " of them:"));
        for (Refusal refusal : refused.refusals()) {
            lines.addAll(new TieText(names, Map.of()).one(refusal.tie(), "  "));
            lines.add("     refused: " + reason(refusal));
        }
        if (refused.path().size() > refused.refusals().size()) {
            lines.add("The whole path:");
            lines.addAll(new TieText(names, Map.of()).path(a, refused.path()));
        }
        return lines;
    }

    private String reason(Refusal refusal) {
        if (refusal.limitKey().equals(HUB)) {
            return "it is an edge of a value that ties more than a thousand others in a component too large to tell apart";
        }
        OptionalInt most = names.most(refusal.limitKey());
        String rule = most.isPresent()
                ? "a customer has at most " + most.getAsInt() + " " + names.limit(refusal.limitKey())
                        + " (values_per_oneid in identity.yml);"
                : "together both sides would be beyond the limit " + refusal.limitKey() + ";";
        return rule + "\n     one side has " + names.of(refusal.limitLeft()) + ", the other "
                + names.of(refusal.limitRight()) + (most.orElse(1) == 1 ? "" : " and others") + ".";
    }

    private List<String> recycled(Verdict.Recycled recycled) {
        Node later = Node.of(recycled.later());
        return List.of(
                "They share " + names.of(recycled.earlier()) + ", one after the other (号码回收):",
                "  it was silent longer than " + names.silence(later.type())
                        + " days (silent_days in identity.yml) and came back with somebody else on "
                        + later.since().orElse("?") + ".",
                "  From that day on it is the other customer's.");
    }

    private List<String> dropped(Verdict.Dropped dropped) {
        List<String> lines = new ArrayList<>();
        lines.add("They were seen together, by " + Told.count(dropped.edges().size(), "edge") + " that may not merge:");
        for (Lost edge : dropped.edges()) {
            lines.add("  " + names.of(edge.left()) + "  —  " + names.of(edge.right()));
            lines.add("     said by " + edge.sources().replace(",", ", ") + ", last on "
                    + (edge.lastSeen() == null ? "?" : edge.lastSeen()) + "; shown by "
                    + names.evidence(edge.evidence()));
            lines.add("     " + reason(edge));
        }
        return lines;
    }

    private String reason(Lost edge) {
        if (edge.retractedOn() != null) {
            return "taken back on " + edge.retractedOn()
                    + ("erased".equals(edge.retractedBy())
                            ? ": one of the two asked for deletion (注销)"
                            : ": the list that said so says otherwise since, and nobody saw both again (解绑)");
        }
        if (edge.bad() != null) {
            return names.of(edge.bad()) + " is a bad value (" + edge.reason() + "): " + edge.shown();
        }
        return edge.strength().equals("W")
                ? "a hint only (W): it proposes and never merges"
                : "a value that several customers share (共用): whose anything else is that is seen with it is a guess";
    }

    private List<String> nothing(String a, String b) {
        return List.of(
                "No identifier was ever seen with both: two components of the graph.",
                "  " + side(live.around(a)),
                "  " + side(live.around(b)));
    }

    private String side(Set<String> nodes) {
        return Told.count(nodes.size(), "identifier") + ": " + names.some(nodes);
    }
}
