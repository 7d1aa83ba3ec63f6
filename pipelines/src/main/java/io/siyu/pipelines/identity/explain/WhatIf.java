package io.siyu.pipelines.identity.explain;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Newest;
import io.siyu.pipelines.step.Rows;
import io.siyu.pipelines.step.Transform;
import io.siyu.warehouse.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The night after a release without any news but other limits: every table between the limits and the customers whose texts or
 * inputs differ is made anew by its own definition, and nothing is written.
 *
 * @param published the release
 * @param changed the plan of the same house with other limits
 */
public record WhatIf(Published published, Plan changed) {
    private static final String SPANS = "dim.identity_span";
    private static final String EVENTS = "dim.identity_event";

    /** Who would be who, and what would happen to ids; empty when the limits are what they are. */
    Optional<Outcome> outcome() {
        Map<String, Dataset<Row>> anew = new TreeMap<>();
        for (Definition definition : changed.upTo(List.of(SPANS))) {
            String fingerprint = published.plan().definition(definition.name()).fingerprint();
            boolean differs = !definition.fingerprint().equals(fingerprint)
                    || definition.reads().stream().anyMatch(anew::containsKey);
            if (differs) {
                anew.put(definition.name(), made(definition, anew).localCheckpoint());
            }
        }
        Dataset<Row> spans = anew.get(SPANS);
        return spans == null
                ? Optional.empty()
                : Optional.of(new Outcome(
                        published.rows(SPANS),
                        spans,
                        made(changed.definition(EVENTS), anew).localCheckpoint(),
                        date()));
    }

    private LocalDate date() {
        return published.date().plusDays(1);
    }

    private Dataset<Row> made(Definition definition, Map<String, Dataset<Row>> anew) {
        Map<String, Dataset<Row>> inputs = new TreeMap<>();
        definition.reads().forEach(name -> inputs.put(name, input(name, anew)));
        Transform.Dates dates = new Transform.Dates(date(), date());
        Table table = definition.table();
        Dataset<Row> rows = Rows.of(published.spark(), definition, new Inputs(definition.name(), inputs), dates);
        return table.write() == Table.Write.MERGE ? Newest.of(table, rows) : rows;
    }

    private Dataset<Row> input(String name, Map<String, Dataset<Row>> anew) {
        Dataset<Row> made = anew.get(name);
        return made == null ? published.rows(name) : made;
    }
}
