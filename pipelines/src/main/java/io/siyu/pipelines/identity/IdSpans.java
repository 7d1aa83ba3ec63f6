package io.siyu.pipelines.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.siyu.pipelines.identity.graph.StableIds;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Which id each node had, by night.
 *
 * @param rows {@code node, oneid, assigned_on DATE, released_on DATE}; a row without {@code released_on} holds
 */
record IdSpans(Dataset<Row> rows) {
    private static final Date NEVER = Date.valueOf("9999-12-31");

    /** The spans as the night before a date left them: whatever that night or a later one said is taken back. */
    static IdSpans before(Dataset<Row> rows, LocalDate date) {
        Column day = lit(Date.valueOf(date));
        Column holds = col("released_on").isNull().or(col("released_on").geq(day));
        return new IdSpans(rows.where(col("assigned_on").lt(day))
                .withColumn("released_on", when(not(holds), col("released_on")))
                .localCheckpoint());
    }

    /** What {@link StableIds} must know of earlier nights. */
    StableIds.Past past() {
        Column end = coalesce(col("released_on"), lit(NEVER));
        Dataset<Row> last = rows.withColumn("until", end)
                .withColumn("at", max("until").over(Window.partitionBy("oneid")))
                .where(col("until").equalTo(col("at")));
        Dataset<Row> named = last.select(col("node"), col("oneid").as("id"), col("released_on"));
        return new StableIds.Past(
                named.where(col("released_on").isNull()).select("node", "id"),
                named.where(col("released_on").isNotNull()).select("node", "id"),
                rows.select(col("oneid").as("id")).distinct());
    }

    /** All spans after a night in which the nodes had these ids: {@code node, id}. */
    Dataset<Row> then(Dataset<Row> now, LocalDate date) {
        Column day = lit(Date.valueOf(date));
        Column holds = col("released_on").isNull();
        Dataset<Row> both = rows.where(holds).join(now, new String[] {"node"}, "full");
        Column stays = col("oneid").eqNullSafe(col("id"));
        Dataset<Row> held = both.where(col("oneid").isNotNull())
                .select(
                        col("node"),
                        col("oneid"),
                        col("assigned_on"),
                        when(not(stays), day).as("released_on"));
        Dataset<Row> begun = both.where(col("id").isNotNull().and(not(stays)))
                .select(
                        col("node"),
                        col("id").as("oneid"),
                        day.as("assigned_on"),
                        lit(null).cast("date").as("released_on"));
        return rows.where(not(holds))
                .select("node", "oneid", "assigned_on", "released_on")
                .union(held)
                .union(begun);
    }
}
