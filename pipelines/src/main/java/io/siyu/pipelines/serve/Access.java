package io.siyu.pipelines.serve;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a reader may see of a table. Everything that people read, on the command line and over JDBC, passes here: this is
 * the place for roles, row filters and masks of personal columns.
 */
@FunctionalInterface
public interface Access {
    /**
     * The rows as readers see them. The result has the same columns in the same order.
     *
     * @param table {@code layer.table}
     */
    Dataset<Row> rows(String table, Dataset<Row> rows);

    /** Everybody sees every row as it stands. */
    static Access whole() {
        return (table, rows) -> rows;
    }
}
