package io.siyu.pipelines.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which id each node had, by day.
 *
 * @param rows {@code node, oneid, assigned_on DATE, released_on DATE}; a row without {@code released_on} holds
 */
record IdSpans(Dataset<Row> rows) {
    /** The spans as the night before a date left them: whatever that night or a later one said is taken back. */
    static IdSpans before(Dataset<Row> rows, LocalDate date) {
        Column day = lit(Date.valueOf(date));
        Column holds = col("released_on").isNull().or(col("released_on").geq(day));
        return new IdSpans(rows.where(col("assigned_on").lt(day))
                .select(
                        col("node"),
                        col("oneid"),
                        col("assigned_on"),
                        when(not(holds), col("released_on")).as("released_on"))
                .localCheckpoint());
    }

    /** Those that ended; no later night changes them. */
    Dataset<Row> closed() {
        return rows.where(col("released_on").isNotNull());
    }
}
