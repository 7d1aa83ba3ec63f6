package io.siyu.pipelines.step;

import static org.apache.spark.sql.functions.col;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a step reads: its inputs at exact versions, and of each the rows it has to look at. */
record Reading(SparkSession session, Lake lake, Catalog catalog) {
    /** The version of each input but the table itself, whose own earlier rows are no news. */
    SortedMap<String, Long> versions(Definition definition, Run run) {
        SortedMap<String, Long> versions = new TreeMap<>();
        for (String input : definition.reads()) {
            if (input.equals(definition.name())) {
                continue;
            }
            versions.put(
                    input,
                    lake.current(session, input)
                            .orElseThrow(() -> Problems.notReady(
                                    "run " + definition.name() + " for " + run.date(),
                                    input + " was never built",
                                    "Run it first: bin/siyu run " + input + " --date " + run.date()))
                            .number());
        }
        return versions;
    }

    /** How many bytes the files of the table and of its inputs hold. */
    long bytes(Table table, SortedMap<String, Long> versions) {
        SortedMap<String, Long> all = new TreeMap<>(versions);
        lake.current(session, table.name()).ifPresent(now -> all.put(table.name(), now.number()));
        return all.entrySet().stream()
                .mapToLong(read -> lake.bytes(session, read.getKey(), read.getValue()))
                .sum();
    }

    /** Rows by name. A table that reads itself gets its rows as they stand, those of an earlier run of tonight among them. */
    Inputs inputs(Definition definition, SortedMap<String, Long> versions, Scope scope, Run run) {
        Table table = definition.table();
        Map<String, Dataset<Row>> tables = new TreeMap<>();
        if (definition.reads().contains(table.name())) {
            tables.put(table.name(), standing(table));
        }
        definition.inlines().stream()
                .map(Definition::table)
                .filter(Table::isNightBefore)
                .forEach(inline -> tables.put(inline.name(), nightBefore(inline, run)));
        versions.forEach((name, version) -> {
            Dataset<Row> rows = input(name, version, scope);
            boolean onlyNew = table.write() == Table.Write.MERGE && !scope.everything();
            Optional<SortedSet<String>> drops =
                    Optional.ofNullable(scope.landed().get(name));
            tables.put(
                    name,
                    drops.filter(d -> onlyNew)
                            .map(d -> rows.where(TableStep.in(catalog.table(name), d)))
                            .orElse(rows));
        });
        return new Inputs(table.name(), tables);
    }

    /** Landed rows are read by their drop dates; facts by whatever date the SQL filters on, which skips files. */
    private Dataset<Row> input(String name, long version, Scope scope) {
        Table table = catalog.table(name);
        boolean isFiltered = table.layer() != Layer.ODS && table.partition().isPresent() && !scope.everything();
        return isFiltered ? lake.rows(session, name, version) : lake.whole(session, name, version);
    }

    /** The keys of a table that columns refer to, as they stand. */
    Dataset<Row> referenced(String name) {
        Table table = catalog.table(name);
        return standing(table).select(col(table.grain().get(0)));
    }

    /** What the night before left of a table; a column it did not have yet is null. No rows on the first night. */
    private Dataset<Row> nightBefore(Table inline, Run run) {
        String of = inline.reads().get(0);
        return lake.before(session, of, run.date())
                .map(version -> lake.whole(session, of, version))
                .map(rows -> Lake.conformed(rows, inline))
                .orElseGet(() -> Lake.empty(session, inline));
    }

    private Dataset<Row> standing(Table table) {
        return lake.current(session, table.name())
                .map(version -> lake.whole(session, table.name(), version.number()))
                .map(rows -> Lake.conformed(rows, table))
                .orElseGet(() -> Lake.empty(session, table));
    }
}
