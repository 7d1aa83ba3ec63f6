package io.siyu.pipelines.step;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.privacy.TokenFunction;
import io.siyu.pipelines.sql.SqlText;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The rows of a definition over given inputs, checked against its contract; nothing is read or written. */
public final class Rows {
    private Rows() {}

    /** Rows with the contract's columns, in its order; inline tables are rows over the same inputs. An inline
     * table that is among the inputs itself, as what the night before left, is taken as it is. */
    public static Dataset<Row> of(SparkSession spark, Definition definition, Inputs inputs, Transform.Dates dates) {
        TokenFunction.in(spark);
        Map<String, Dataset<Row>> tables = new HashMap<>(inputs.all());
        for (Definition inline : definition.inlines()) {
            if (tables.containsKey(inline.name())) {
                continue;
            }
            tables.put(inline.name(), made(spark, inline, new Inputs(inline.name(), tables), dates));
        }
        return made(spark, definition, new Inputs(definition.name(), tables), dates);
    }

    private static Dataset<Row> made(SparkSession spark, Definition definition, Inputs inputs, Transform.Dates dates) {
        if (definition.table().isNightBefore()) {
            return Lake.empty(spark, definition.table());
        }
        Dataset<Row> rows = definition
                .sql()
                .map(sql -> fromSql(spark, definition, sql, inputs, dates))
                .orElseGet(() -> transform(definition.table()).rows(inputs, dates));
        return conform(definition.table(), rows);
    }

    private static Dataset<Row> fromSql(
            SparkSession spark, Definition definition, String sql, Inputs inputs, Transform.Dates dates) {
        Map<String, Object> parameters = new HashMap<>(definition.table().params());
        parameters.put("business_date", dates.business());
        parameters.put("reopened_from", dates.reopenedFrom());
        try {
            return SqlText.parse(spark, sql).bind(spark, inputs.all(), parameters);
        } catch (IllegalArgumentException e) {
            throw Problems.invalid(
                    "SQL",
                    Words.path(definition.table().sqlFile()),
                    String.valueOf(e.getMessage()),
                    "columns and functions that are there");
        }
    }

    private static Transform transform(Table table) {
        String name = table.transform().orElseThrow();
        try {
            return (Transform) Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw Problems.invalid(
                    "contract",
                    Words.path(table.contractFile()),
                    "'transform' is " + name + " (" + e + ")",
                    "a class that implements " + Transform.class.getName());
        }
    }

    private static Dataset<Row> conform(Table table, Dataset<Row> rows) {
        String found = describe(rows.schema());
        String wanted = describe(Lake.schema(table));
        if (!found.equals(wanted)) {
            throw Problems.invalid(
                    "rows of " + table.name(),
                    Words.path(table.folder()),
                    difference(rows.schema(), Lake.schema(table)),
                    "the contract's columns in its order: " + wanted);
        }
        return rows;
    }

    private static String difference(StructType found, StructType wanted) {
        for (int i = 0; i < Math.max(found.length(), wanted.length()); i++) {
            String is = i < found.length() ? describe(found.apply(i)) : "nothing";
            String must = i < wanted.length() ? describe(wanted.apply(i)) : "nothing";
            if (!is.equals(must)) {
                return "column " + (i + 1) + " is " + is + " and the contract says " + must;
            }
        }
        return "no difference";
    }

    private static String describe(StructType type) {
        return Arrays.stream(type.fields()).map(Rows::describe).collect(Collectors.joining(", "));
    }

    private static String describe(StructField field) {
        return field.name() + " " + field.dataType().sql().toLowerCase(java.util.Locale.ROOT);
    }
}
