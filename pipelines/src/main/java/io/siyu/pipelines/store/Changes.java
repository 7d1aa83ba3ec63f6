package io.siyu.pipelines.store;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode_outer;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.siyu.quality.NoRows;
import io.siyu.warehouse.Table;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What differs between a table's rows before and after a step.
 *
 * @param any whether a row was added, removed or changed
 * @param partitions partition values of those rows, as text; empty for tables without a partition
 * @param dates values of the contract's date columns in those rows, before and after, ISO; not of rows in which only columns that
 *     the contract calls quiet changed
 */
public record Changes(boolean any, SortedSet<String> partitions, SortedSet<String> dates) {
    private static final String HASH = "_hash";

    /** Of what readers follow. */
    private static final String HEARD = "_heard";

    /** Compares two sets of rows of one table, in one job. A key may stand once in each. */
    public static Changes between(Dataset<Row> before, Dataset<Row> after, Table table) {
        if (NoRows.in(before) && NoRows.in(after)) {
            return new Changes(false, new TreeSet<>(), new TreeSet<>());
        }
        List<Row> values = marked(before, table)
                .unionByName(marked(after, table))
                .groupBy(RowHash.key(table))
                .agg(
                        flatten(collect_set(col("_parts"))).as("_parts"),
                        flatten(collect_set(col("_dates"))).as("_dates"),
                        count(lit(1)).as("_n"),
                        min(col(HASH)).as("_min"),
                        max(col(HASH)).as("_max"),
                        min(col(HEARD)).notEqual(max(col(HEARD))).as("_is_heard"))
                .where(col("_n").equalTo(1).or(col("_min").notEqual(col("_max"))))
                .select(explode_outer(tagged()).as("_value"))
                .distinct()
                .collectAsList();
        SortedSet<String> partitions = new TreeSet<>();
        SortedSet<String> dates = new TreeSet<>();
        for (Row row : values) {
            if (!row.isNullAt(0)) {
                String value = row.getString(0);
                (value.startsWith("p") ? partitions : dates).add(value.substring(1));
            }
        }
        return new Changes(!values.isEmpty(), partitions, dates);
    }

    /** The changes of a first build: everything is new. */
    public static Changes everythingIn(Dataset<Row> after, Table table) {
        return between(after.limit(0), after, table);
    }

    private static Column tagged() {
        return array_union(
                org.apache.spark.sql.functions.transform(
                        col("_parts"), v -> org.apache.spark.sql.functions.concat(lit("p"), v)),
                org.apache.spark.sql.functions.transform(
                        when(col("_n").equalTo(1).or(col("_is_heard")), col("_dates"))
                                .otherwise(array().cast("array<string>")),
                        v -> org.apache.spark.sql.functions.concat(lit("d"), v)));
    }

    private static Dataset<Row> marked(Dataset<Row> rows, Table table) {
        Column[] kept = RowHash.key(table);
        Dataset<Row> hashed = rows.withColumn(HASH, RowHash.of(rows))
                .withColumn(
                        HEARD,
                        table.quiet().isEmpty()
                                ? col(HASH)
                                : RowHash.of(rows.drop(table.quiet().toArray(String[]::new))))
                .withColumn("_parts", texts(table.partition().stream().toList()))
                .withColumn("_dates", texts(dateColumns(table)));
        Column[] selected = Arrays.copyOf(kept, kept.length + 4);
        selected[kept.length] = col(HASH);
        selected[kept.length + 1] = col(HEARD);
        selected[kept.length + 2] = col("_parts");
        selected[kept.length + 3] = col("_dates");
        return hashed.select(selected);
    }

    /** Date columns that re-open dates downstream: those the contract names, and a partition by date. */
    private static List<String> dateColumns(Table table) {
        if (!table.dates().isEmpty()) {
            return table.dates();
        }
        return table
                .partition()
                .filter(p -> table.column(p).orElseThrow().type().equals("date"))
                .stream()
                .toList();
    }

    private static Column texts(List<String> columns) {
        Column[] values =
                columns.stream().map(c -> col("`" + c + "`").cast("string")).toArray(Column[]::new);
        return org.apache.spark.sql.functions.filter(
                coalesce(
                        values.length == 0 ? lit(null).cast("array<string>") : array(values),
                        array().cast("array<string>")),
                value -> value.isNotNull());
    }
}
