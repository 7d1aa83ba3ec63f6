package io.siyu.pipelines.identity.decide;

import io.siyu.warehouse.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decisions held to what is known of their identifiers. One that cannot be obeyed stops all, so that none is half done. */
public final class Decisions {
    private static final Set<String> WORDS = Set.of("same", "different");

    private final String file;
    private final Map<String, Holder> known;
    private final Map<Set<String>, Decision> pairs = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * @param file as messages name it
     * @param known by identifier and OneID as the file writes them
     */
    public Decisions(String file, Map<String, Holder> known) {
        this.file = file;
        this.known = known;
    }

    /**
     * The same decisions on identifiers, for a drop file.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition naming each row that cannot be obeyed, its value and why
     */
    public List<Decision> checked(List<Decision> decisions) {
        List<Decision> checked = new ArrayList<>();
        for (Decision decision : decisions) {
            Decision one = checked(decision);
            if (one != null) {
                checked.add(one);
            }
        }
        if (!problems.isEmpty()) {
            throw Problems.cannot(
                    "decide " + file,
                    problems.size() + " of " + decisions.size() + " rows cannot be obeyed:\n  "
                            + String.join("\n  ", problems) + "\n",
                    "Nothing was written; mend these rows and give the file again");
        }
        return checked;
    }

    private @Nullable Decision checked(Decision decision) {
        if (!WORDS.contains(decision.decision())) {
            return no(decision, "decision '" + decision.decision() + "'; expected same or different");
        }
        if (decision.by().isBlank()) {
            return no(decision, "decided_by is empty; expected who decided");
        }
        Holder left = known.get(decision.left());
        Holder right = known.get(decision.right());
        if (left == null || right == null) {
            String which = left == null ? "left_id '" + decision.left() : "right_id '" + decision.right();
            return no(
                    decision,
                    which + "' is no identifier that the warehouse knows; expected a OneID or type|namespace|value"
                            + " as in dim.id_cluster");
        }
        if (left.node().equals(right.node())) {
            return no(decision, "both ids are " + left.node() + "; expected two identifiers");
        }
        String against = against(decision, left, right);
        if (against != null) {
            return no(decision, against);
        }
        return new Decision(
                decision.row(), left.node(), right.node(), decision.decision(), decision.by(), decision.reason());
    }

    private @Nullable String against(Decision decision, Holder left, Holder right) {
        Decision before = pairs.putIfAbsent(Set.of(left.node(), right.node()), decision);
        if (before != null && before.isSame() != decision.isSame()) {
            return decision.decision() + ", and row " + before.row() + " says " + before.decision()
                    + " of the same two; expected one word on a pair";
        }
        Set<String> both = new TreeSet<>(left.limits());
        both.retainAll(right.limits());
        if (decision.isSame() && !left.customer().equals(right.customer()) && !both.isEmpty()) {
            return "same, yet both customers have " + String.join(" and ", both)
                    + ", and identity.yml lets one customer have one; expected a raised values_per_oneid, or the"
                    + " identifier unbound at its source";
        }
        return null;
    }

    private @Nullable Decision no(Decision decision, String why) {
        problems.add("row " + decision.row() + ": " + why);
        return null;
    }
}
