package io.siyu.pipelines.identity.explain;

import io.siyu.pipelines.identity.explain.Verdict.Lost;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What kept two identifiers apart; their components are clustered anew, as a night would do it. */
public record WhyNot(Published published, Names names) {

    /** The answer, line by line. */
    public List<String> lines(String first, String second) {
        Identifiers identifiers = new Identifiers(published, names.model());
        Subject a = identifiers.find(first);
        Subject b = identifiers.find(second);
        String ofA = node(a);
        String ofB = node(b);
        if (ofA.equals(ofB)) {
            return List.of("Both are the same identifier: " + names.of(ofA) + ".");
        }
        Set<String> seeds = new TreeSet<>(a.held().keySet());
        seeds.addAll(b.held().keySet());
        Live live = Live.of(published, seeds);
        List<String> lines = new ArrayList<>();
        lines.add(names.of(ofA) + " is " + a.held().get(ofA) + ", " + names.of(ofB) + " is "
                + b.held().get(ofB) + ".");
        lines.addAll(new VerdictText(names, live).lines(verdict(live, ofA, ofB, a, b), ofA, ofB));
        lines.addAll(new Likely(published).apart(live.around(ofA), live.around(ofB)));
        return lines;
    }

    private Verdict verdict(Live live, String a, String b, Subject first, Subject second) {
        if (live.isOne(a, b)
                || Objects.equals(first.held().get(a), second.held().get(b))) {
            return new Verdict.One(Objects.requireNonNull(first.held().get(a)));
        }
        if (live.isConnected(a, b)) {
            return Verdicts.refused(live.ties(), live.refusals(), a, b).orElseThrow();
        }
        Set<String> aroundA = live.around(a);
        Set<String> aroundB = live.around(b);
        return Verdicts.recycled(aroundA, aroundB)
                .or(() -> dropped(aroundA, aroundB))
                .orElseGet(Verdict.Nothing::new);
    }

    private Optional<Verdict> dropped(Set<String> aroundA, Set<String> aroundB) {
        Set<String> ofA = bases(aroundA);
        Set<String> ofB = bases(aroundB);
        List<Lost> lost = new LostEdges(published).between(ofA, ofB);
        return Verdicts.dropped(lost, ofA, ofB);
    }

    private static Set<String> bases(Set<String> nodes) {
        Set<String> bases = new TreeSet<>();
        nodes.forEach(node -> bases.add(Node.of(node).base()));
        return bases;
    }

    private String node(Subject subject) {
        List<String> oneids = subject.oneids();
        return subject.node(oneids.get(oneids.size() - 1), names);
    }
}
