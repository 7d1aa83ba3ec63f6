package io.siyu.pipelines.step;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.siyu.warehouse.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Which of several rows of one key stands. */
public final class Newest {
    private static final String PLACE = "_place";
    private static final String UNCHANGED = "_unchanged";

    private Newest() {}

    /**
     * For each key the row with the greatest {@code newest}; equal ones are settled by content, never by order. Columns of
     * {@code first} have the least value of that row and of those before it, back to the last one with another {@code while}:
     * a source that tells a thing again at each later change tells of it first when it happened. Merged row by row in their
     * order of {@code newest}, rows give what they give together.
     */
    public static Dataset<Row> of(Table table, Dataset<Row> rows) {
        WindowSpec key = Window.partitionBy(columns(table.grain()));
        List<Column> order = new ArrayList<>();
        table.newest().forEach(name -> order.add(column(name).desc_nulls_last()));
        order.add(xxhash64(columns(Arrays.asList(rows.columns()))).desc());
        WindowSpec backwards = key.orderBy(order.toArray(Column[]::new));
        Dataset<Row> placed = rows.withColumn(PLACE, row_number().over(backwards));
        if (!table.first().isEmpty()) {
            placed = settled(table, placed, key, backwards);
        }
        return placed.where(col(PLACE).equalTo(lit(1))).drop(PLACE);
    }

    private static Dataset<Row> settled(Table table, Dataset<Row> rows, WindowSpec key, WindowSpec backwards) {
        Column kept = struct(columns(table.firstWhile()));
        WindowSpec sinceThen = backwards.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Dataset<Row> run = rows.withColumn(
                        UNCHANGED, kept.eqNullSafe(first(kept).over(sinceThen)))
                .withColumn(UNCHANGED, min(col(UNCHANGED)).over(sinceThen));
        for (String name : table.first()) {
            run = run.withColumn(name, min(when(col(UNCHANGED), column(name))).over(key));
        }
        return run.drop(UNCHANGED);
    }

    private static Column[] columns(List<String> names) {
        return names.stream().map(Newest::column).toArray(Column[]::new);
    }

    private static Column column(String name) {
        return col("`" + name + "`");
    }
}
