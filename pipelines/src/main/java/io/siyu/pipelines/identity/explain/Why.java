package io.siyu.pipelines.identity.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why two identifiers are one customer: the path of edges between them whose weakest edge tells most. */
public record Why(Published published, Names names) {

    /** The answer, line by line. */
    public List<String> lines(String first, String second) {
        Identifiers identifiers = new Identifiers(published, names.model());
        Subject a = identifiers.find(first);
        Subject b = identifiers.find(second);
        List<String> shared = new ArrayList<>(a.oneids());
        shared.retainAll(b.oneids());
        if (shared.isEmpty()) {
            return List.of(
                    "They are two customers: " + of(a) + ", and " + of(b) + ".",
                    "What keeps them apart: bin/siyu identity why-not " + a.asked() + " " + b.asked());
        }
        String oneid = shared.get(shared.size() - 1);
        return path(oneid, a.node(oneid, names), b.node(oneid, names));
    }

    private List<String> path(String oneid, String a, String b) {
        List<String> nodes =
                published
                        .held()
                        .where(org.apache.spark.sql.functions.col("oneid").equalTo(oneid))
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0))
                        .toList();
        Ties ties = Ties.of(nodes, new Edges(published).among(nodes));
        Optional<List<Tie>> path = ties.strongestPath(a, b);
        if (path.isEmpty()) {
            return List.of(
                    "Both are " + oneid + ", and no edges between identifiers lead from one to the other:",
                    "  " + names.of(a),
                    "  " + names.of(b));
        }
        List<Tie> walked = path.get();
        if (walked.isEmpty()) {
            return List.of("Both are the same identifier of " + oneid + ": " + names.of(a) + ".");
        }
        List<String> lines = new ArrayList<>();
        lines.add("One customer, " + oneid + ": " + names.of(a) + " and " + names.of(b));
        lines.add("are tied by " + Told.count(walked.size(), "edge") + weakest(walked) + ".");
        lines.addAll(new TieText(names, new Origins(published).of(Set.copyOf(walked))).path(a, walked));
        return lines;
    }

    private static String weakest(List<Tie> path) {
        Tie weakest = path.stream().max(Tie.ORDER).orElseThrow();
        return path.size() == 1 ? "" : "; the weakest is number " + (path.indexOf(weakest) + 1);
    }

    private static String of(Subject subject) {
        return subject.asked() + " is " + String.join(", then ", subject.oneids());
    }
}
