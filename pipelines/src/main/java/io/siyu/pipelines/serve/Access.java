package io.siyu.pipelines.serve;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.siyu.pipelines.release.Masked;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Problems;
import java.util.Arrays;
import org.apache.spark.sql.Column;
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

    /** The vault is shut, and of a personal value a reader sees that there is one. */
    static Access classified(Catalog catalog) {
        return (table, rows) -> catalog.find(table)
                .map(contract -> {
                    if (contract.layer() == Layer.VAULT) {
                        throw Problems.cannot(
                                "read " + table,
                                "the vault is for the matching of customers alone",
                                "Other layers have tokens of what is in it, e.g. dim.member");
                    }
                    Column[] shown = Arrays.stream(rows.columns())
                            .map(name -> contract.column(name)
                                    .filter(io.siyu.warehouse.Column::isPersonal)
                                    .map(column -> expr(Masked.of(column)).as(name))
                                    .orElse(col("`" + name + "`")))
                            .toArray(Column[]::new);
                    return rows.select(shown);
                })
                .orElse(rows);
    }

    /** The engine's own commands see every row as it stands; what they print, they mask. */
    static Access whole() {
        return (table, rows) -> rows;
    }
}
