package io.siyu.pipelines.step;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;

import io.siyu.warehouse.Table;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a step's rows do to those that stand.
 *
 * @param met rows that stand and may change
 * @param settled what stands in their place, and what is new
 * @param rest rows that stand and surely stay; empty when there are none
 */
record Merging(Dataset<Row> met, Dataset<Row> settled, Optional<Dataset<Row>> rest) {
    /** A list of so many keys fits into every task. */
    private static final long FEW = 200_000;

    /** So little stands that to settle all of it takes less than to find what has to be. */
    private static final long LITTLE = 4L << 20;

    /** Fresh rows stand in the place of all others. */
    static Merging replacing(Dataset<Row> stored, Dataset<Row> fresh) {
        return new Merging(stored, fresh, Optional.empty());
    }

    /**
     * Fresh rows of a merged table and those stored rows that they may meet.
     *
     * @param rows how many fresh rows there are
     * @param bytes how much is stored
     */
    static Merging of(Table table, Dataset<Row> stored, Dataset<Row> fresh, long rows, long bytes) {
        return bytes <= LITTLE ? ofAll(table, stored, fresh) : ofMet(table, stored, fresh, rows <= FEW);
    }

    /** All stored rows are settled; one that no fresh row meets comes out as it was. */
    static Merging ofAll(Table table, Dataset<Row> stored, Dataset<Row> fresh) {
        return replacing(stored, Newest.of(table, stored.unionByName(fresh)));
    }

    /** Only stored rows that share a key with a fresh one are settled. */
    static Merging ofMet(Table table, Dataset<Row> stored, Dataset<Row> fresh, boolean few) {
        Dataset<Row> keys = fresh.select(table.grain().stream().map(fresh::col).toArray(Column[]::new));
        Dataset<Row> listed = few ? broadcast(keys) : keys;
        Column same = table.grain().stream()
                .map(name -> stored.col(name).eqNullSafe(keys.col(name)))
                .reduce(lit(true), Column::and);
        Dataset<Row> met = stored.join(listed, same, "left_semi");
        Dataset<Row> rest = stored.join(listed, same, "left_anti");
        return new Merging(met, Newest.of(table, met.unionByName(fresh)), Optional.of(rest));
    }

    /** All rows that stand then. */
    Dataset<Row> after() {
        return rest.map(rows -> rows.unionByName(settled)).orElse(settled);
    }
}
