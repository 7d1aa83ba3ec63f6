package io.siyu.warehouse.tag;

import io.siyu.warehouse.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must hold of the worked examples of a tag before they are run. */
record TagExampleChecks(TagCatalog catalog) {
    /** Throws an InvalidDefinition for the first thing that is wrong with a tag's examples. */
    void check(Tag tag) {
        if (tag.examples().size() < 2) {
            throw tag.invalid("examples", "are " + tag.examples().size(), "two or more, one of an edge case");
        }
        Set<String> known = tag.from()
                .flatMap(catalog::table)
                .map(t -> (Set<String>) new TreeSet<>(t.columnNames()))
                .orElseGet(catalog::columnNames);
        for (TagExample example : tag.examples()) {
            if (example.given().size() > 1 && !isOfOthers(tag)) {
                throw tag.invalid(
                        "examples",
                        "give " + example.given().size() + " customers",
                        "the tags of one, {tag: value, ...}; only ranks look at others");
            }
            for (Map<String, String> row : example.given()) {
                for (String name : row.keySet()) {
                    if (!known.contains(name)) {
                        throw tag.invalid(
                                "examples",
                                "give '" + name + "'" + Words.didYouMean(name, known),
                                "what it is drawn from");
                    }
                }
            }
            List<String> windows = new ArrayList<>(tag.suffixes());
            windows.add("");
            if (!windows.containsAll(example.expect().keySet())) {
                throw tag.invalid(
                        "examples",
                        "expect windows " + shown(example.expect().keySet()),
                        "some of " + shown(tag.suffixes()) + ", as 'window' says");
            }
            example.expect().values().forEach(value -> TagChecks.literal(tag, "examples", value));
        }
    }

    /** Whether more than one row of an example matters: rows of a table, or the customers that one is ranked among. */
    private boolean isOfOthers(Tag tag) {
        return tag.kind().isDrawnFromRows()
                || Expression.of(tag.formula("")).functions().stream().anyMatch(Expression.RANKS::contains);
    }

    private static List<String> shown(Collection<String> suffixes) {
        return suffixes.stream()
                .filter(s -> !s.isEmpty())
                .map(s -> s.substring(1))
                .toList();
    }
}
