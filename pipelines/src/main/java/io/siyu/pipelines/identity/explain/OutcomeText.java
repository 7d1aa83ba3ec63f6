package io.siyu.pipelines.identity.explain;

import io.siyu.pipelines.identity.explain.Outcome.Size;
import io.siyu.pipelines.serve.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What other limits would do, in words. */
public record OutcomeText(WhatIf whatIf, Names names) {
    private static final List<String> HEADER =
            List.of("event", "customer", "other customer", "identifiers", "first of them");

    /** @param settings as they were typed */
    public List<String> lines(List<String> settings) {
        List<String> lines = new ArrayList<>();
        lines.add("If " + String.join(" and ", settings) + ":");
        Optional<Outcome> found = whatIf.outcome();
        if (found.isEmpty()) {
            lines.add("  nothing would change, for it is so already.");
            return lines;
        }
        Outcome outcome = found.get();
        Size before = outcome.sizeBefore();
        Size after = outcome.sizeAfter();
        Map<String, Long> counts = outcome.counts();
        long touched = outcome.touched();
        lines.add(String.format(Locale.ROOT, "  customers     %,d, now %,d", after.customers(), before.customers()));
        lines.add(String.format(
                Locale.ROOT,
                "  the largest   %s, now %,d",
                Told.count(after.largest(), "identifier"),
                before.largest()));
        lines.add(String.format(
                Locale.ROOT,
                "  merges        %,d; splits %,d; customers whose identifiers go to another that stays %,d",
                counts.getOrDefault("merged", 0L),
                counts.getOrDefault("split", 0L),
                counts.getOrDefault("re_assigned", 0L)));
        lines.add(String.format(
                Locale.ROOT,
                "  touched       %s, as %s change hands",
                Told.count(touched, "customer"),
                Told.count(outcome.identifiers(), "identifier")));
        if (!counts.isEmpty()) {
            lines.add("");
            lines.addAll(largest(outcome));
        }
        lines.add("Nothing was written.");
        return lines;
    }

    private List<String> largest(Outcome outcome) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        outcome.largest()
                .forEach(event -> rows.add(List.of(
                        event.event(),
                        event.oneid(),
                        event.other(),
                        String.valueOf(event.nodes()),
                        names.of(event.node()))));
        return new TextTable(HEADER, Set.of(3)).lines(rows);
    }
}
