package io.siyu.pipelines.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import io.siyu.warehouse.Table;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What stands for a row where two sets of rows of one table are compared: its key and a hash of all its values. */
final class RowHash {
    private RowHash() {}

    /** The columns of a table's key. */
    static Column[] key(Table table) {
        return columns(table.grain());
    }

    /** The hash of all values of a row. */
    static Column of(Dataset<Row> rows) {
        return xxhash64(columns(List.of(rows.columns())));
    }

    private static Column[] columns(Collection<String> names) {
        return names.stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
    }
}
