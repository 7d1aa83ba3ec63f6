package io.siyu.quality;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Adds, for each reference, a boolean column that says whether the value is null or found: no pass of its own. */
final class References {
    private static final AtomicLong NEXT = new AtomicLong();

    private References() {}

    /** {@code rows} with a column {@link Rule.Found#mark()} per reference; the number of rows stays as it is. */
    static Dataset<Row> mark(Dataset<Row> rows, List<Rule> rules, Function<String, Dataset<Row>> referenced) {
        Dataset<Row> marked = rows;
        for (Rule rule : rules) {
            if (rule.demand() instanceof Rule.Found found) {
                marked = mark(marked, found, referenced.apply(found.in()));
            }
        }
        return marked;
    }

    private static Dataset<Row> mark(Dataset<Row> rows, Rule.Found found, Dataset<Row> keys) {
        String view = "siyu_referenced_" + NEXT.incrementAndGet();
        String value = "`" + found.column() + "`";
        keys.createOrReplaceTempView(view);
        try {
            return rows.withColumn(
                    found.mark(),
                    functions.expr(value + " is null or " + value + " in (select `" + keys.columns()[0] + "` from "
                            + view + ")"));
        } finally {
            keys.sparkSession().catalog().dropTempView(view);
        }
    }
}
