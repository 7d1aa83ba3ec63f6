package io.siyu.pipelines.identity.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What holds a customer together: the edge without which it comes apart, or the fewest. */
public record Weakest(Published published, Names names) {

    /** The answer, line by line. */
    public List<String> lines(String asked) {
        Customer customer = Customer.of(published, names, asked);
        List<String> lines = new ArrayList<>();
        Optional<Seam> seam = Seam.weakest(customer.ties());
        if (customer.nodes().size() == 1) {
            lines.add(customer.oneid() + " is one identifier, " + names.some(customer.nodes())
                    + ": nothing can part it.");
        } else if (seam.isEmpty()) {
            lines.add(customer.oneid() + " is not held together by edges between its "
                    + Told.count(customer.nodes().size(), "identifier") + " alone: " + names.some(customer.nodes())
                    + ".");
        } else {
            lines.addAll(lines(customer, seam.get()));
        }
        return lines;
    }

    private List<String> lines(Customer customer, Seam seam) {
        List<String> lines = new ArrayList<>();
        lines.add(customer.oneid() + " has " + Told.count(customer.nodes().size(), "identifier") + " and "
                + Told.count(customer.ties().graph().edgeSet().size(), "edge") + ". "
                + (seam.isBridge()
                        ? "The edge that holds it together by the weakest evidence is"
                        : "No single edge holds it together; the least that would part it are "
                                + Told.count(seam.ties().size(), "edge") + ":"));
        TieText text = new TieText(names, new Origins(published).of(seam.ties()));
        seam.ties().forEach(tie -> lines.addAll(text.one(tie, "  ")));
        lines.add("Without " + (seam.isBridge() ? "it" : "them") + " it parts into");
        lines.add("  " + side(seam.larger()));
        lines.add("  " + side(seam.smaller()));
        return lines;
    }

    private String side(Set<String> nodes) {
        return Told.count(nodes.size(), "identifier") + ": " + names.some(nodes);
    }
}
