package io.siyu.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Rows that share their key with another row; null equals null. */
final class Duplicates {
    private static final String COUNT = "_same_key";

    private Duplicates() {}

    /** How many rows share their key; a single query that reads the key columns only. */
    static long count(Dataset<Row> rows, List<String> key) {
        Row sum = keys(rows, key).agg(sum(col(COUNT))).head();
        return sum.isNullAt(0) ? 0 : sum.getLong(0);
    }

    /** The rows that share their key. */
    static Dataset<Row> rows(Dataset<Row> rows, List<String> key) {
        Dataset<Row> keys = keys(rows, key).drop(COUNT);
        Column same = lit(true);
        for (String name : key) {
            same = same.and(rows.col(name).eqNullSafe(keys.col(name)));
        }
        return rows.join(keys, same, "left_semi");
    }

    private static Dataset<Row> keys(Dataset<Row> rows, List<String> key) {
        Column[] columns = key.stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
        return rows.groupBy(columns)
                .agg(functions.count(lit(1)).as(COUNT))
                .filter(col(COUNT).gt(1));
    }
}
