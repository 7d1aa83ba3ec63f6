package io.siyu.pipelines.store;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.siyu.warehouse.Table;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How two sets of rows of one table differ, counted in keys.
 *
 * @param keys all keys of both
 * @param missing keys that only the second has
 * @param extra keys that only the first has
 * @param other keys of both with other values
 * @param example the least of the keys that differ, its columns separated by {@code |}
 */
public record Difference(long keys, long missing, long extra, long other, Optional<String> example) {

    /** Compares two sets of rows, in one job. */
    public static Difference between(Dataset<Row> first, Dataset<Row> second, Table table) {
        Column[] grain = RowHash.key(table);
        Column isMissing = col("_firsts").equalTo(0);
        Column isExtra = col("_firsts").equalTo(col("_rows"));
        Column isOther = col("_min").notEqual(col("_max")).or(col("_rows").notEqual(2));
        Column differs = isMissing.or(isExtra).or(isOther);
        Column key = concat_ws(
                "|",
                Arrays.stream(grain)
                        .map(c -> coalesce(c.cast("string"), lit("null")))
                        .toArray(Column[]::new));
        Row row = hashed(first, grain, 1)
                .unionByName(hashed(second, grain, 0))
                .groupBy(grain)
                .agg(
                        sum("_first").as("_firsts"),
                        sum(lit(1)).as("_rows"),
                        min("_hash").as("_min"),
                        max("_hash").as("_max"))
                .agg(
                        sum(lit(1)),
                        count_if(isMissing),
                        count_if(isExtra),
                        count_if(isOther.and(isMissing.or(isExtra).equalTo(false))),
                        min(when(differs, key)))
                .head();
        long keys = row.isNullAt(0) ? 0 : row.getLong(0);
        return new Difference(
                keys, row.getLong(1), row.getLong(2), row.getLong(3), Optional.ofNullable(row.getString(4)));
    }

    /** Whether any key differs. */
    public boolean any() {
        return missing + extra + other > 0;
    }

    private static Dataset<Row> hashed(Dataset<Row> rows, Column[] grain, int first) {
        Column[] selected = Arrays.copyOf(grain, grain.length + 2);
        selected[grain.length] = RowHash.of(rows).as("_hash");
        selected[grain.length + 1] = lit(first).as("_first");
        return rows.select(selected);
    }
}
