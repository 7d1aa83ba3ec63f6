package io.siyu.pipelines.check;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.sql.JsonRows;
import io.siyu.pipelines.sql.Values;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.SiyuException;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Rows of a golden case: those its files give, and those that follow from them. */
record CaseRows(CaseQueries queries, Path folder, Transform.Dates dates) {

    /** Rows of a table over the case's files; an input that has none is made in its turn, or is empty. */
    Dataset<Row> made(Definition definition) {
        Map<String, Dataset<Row>> inputs = new TreeMap<>();
        Table table = definition.table();
        definition.reads().forEach(name -> inputs.put(name, name.equals(table.name()) ? own(table) : input(name)));
        definition.inlines().stream()
                .map(Definition::table)
                .filter(inline -> Files.exists(file(inline.name())))
                .forEach(inline -> inputs.put(inline.name(), own(inline)));
        return queries.rows(definition, inputs, dates);
    }

    /** What stood the night before, of a table that reads itself. */
    private Dataset<Row> own(Table table) {
        return read(queries.spark(), table, file(table.name()));
    }

    /** A made input is handed on as values: its plan would be planned again by each that reads it. */
    private Dataset<Row> input(String name) {
        if (!Files.exists(file(name)) && beginsAbove(name)) {
            return Values.fetched(made(queries.plan().definition(name)));
        }
        return read(queries.spark(), queries.plan().catalog().table(name), file(name));
    }

    private boolean beginsAbove(String name) {
        return !queries.plan().catalog().table(name).isKeptByEngine()
                && queries.plan().definition(name).reads().stream()
                        .anyMatch(read -> Files.exists(file(read)) || !read.equals(name) && beginsAbove(read));
    }

    private Path file(String table) {
        return folder.resolve(table + ".json");
    }

    /** The rows in a file, or none. */
    static Dataset<Row> read(SparkSession spark, Table table, Path file) {
        if (!Files.exists(file)) {
            return Lake.empty(spark, table);
        }
        List<String> lines = GoldenCase.lines(file);
        for (String line : lines) {
            GoldenCase.json(file, line).fieldNames().forEachRemaining(name -> {
                if (table.column(name).isEmpty()) {
                    throw unknown(file, name, table);
                }
            });
        }
        return new JsonRows(spark, Lake.schema(table)).read(lines);
    }

    static SiyuException unknown(Path file, String name, Table table) {
        return Problems.invalid(
                "case",
                Words.path(file),
                "'" + name + "' is no column of " + table.name() + Words.didYouMean(name, table.columnNames()),
                "its columns");
    }
}
