package io.siyu.warehouse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who reads whom. Arrows only go right through the layers, and there is no cycle.
 *
 * @param reads table to the tables it reads, both sorted by name
 */
public record Lineage(Map<String, Set<String>> reads) {

    /** Checks the arrows of {@code reads} against the layers. */
    public static Lineage of(Catalog catalog, Map<String, ? extends Collection<String>> reads) {
        Map<String, Set<String>> sorted = new TreeMap<>();
        reads.forEach((name, inputs) -> {
            Table table = catalog.table(name);
            for (String input : inputs) {
                Table read = catalog.find(input)
                        .orElseThrow(() -> Problems.invalid(
                                "lineage",
                                Words.path(table.folder()),
                                name + " reads " + input + ", which is no table"
                                        + Words.didYouMean(
                                                input,
                                                catalog.tables().stream()
                                                        .map(Table::name)
                                                        .toList()),
                                "a table of the house"));
                boolean isWaitedFor = table.layer() == Layer.ODS && input.equals(Table.TOMBSTONES);
                if (!isWaitedFor && !table.layer().mayRead(read.layer())) {
                    throw Problems.invalid(
                            "lineage",
                            Words.path(table.folder()),
                            name + " reads " + input,
                            "only tables of " + table.layer().id() + " and of the layers left of it (" + Layer.ids()
                                    + "); move the query or the table");
                }
            }
            sorted.put(name, new TreeSet<>(inputs));
        });
        Lineage lineage = new Lineage(sorted);
        lineage.order();
        return lineage;
    }

    /** Every table after all it reads; ties in name order, so the order is always the same. */
    public List<String> order() {
        Map<String, Set<String>> waiting = new TreeMap<>();
        reads.forEach((name, inputs) -> waiting.put(name, new TreeSet<>(inputs)));
        List<String> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<String> ready = waiting.entrySet().stream()
                    .filter(e -> e.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            if (ready.isEmpty()) {
                throw Problems.invalid("lineage", "of the house", "a cycle through " + waiting.keySet(), "no cycle");
            }
            ready.forEach(waiting::remove);
            waiting.values().forEach(inputs -> inputs.removeAll(ready));
            order.addAll(ready);
        }
        return order;
    }

    /** Tables and all that they need, directly or not. */
    public Set<String> upstream(Collection<String> names) {
        Set<String> found = new TreeSet<>(names);
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            reads.getOrDefault(open.remove(), Set.of()).stream()
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }

    /** All tables that need {@code name}, directly or not. */
    public Set<String> downstream(String name) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(name));
        while (!open.isEmpty()) {
            String current = open.remove();
            reads.forEach((reader, inputs) -> {
                if (inputs.contains(current) && found.add(reader)) {
                    open.add(reader);
                }
            });
        }
        return found;
    }
}
