package io.siyu.pipelines.identity.explain;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What other limits would do to a release.
 *
 * @param before rows of {@code dim.identity_span} as they stand
 * @param after as they would
 * @param events of that night, as of {@code dim.identity_event}
 * @param date that night
 */
record Outcome(Dataset<Row> before, Dataset<Row> after, Dataset<Row> events, LocalDate date) {
    private static final int LARGEST = 10;

    /** Customers, and the identifiers of the one with most. */
    record Size(long customers, long largest) {}

    /** {@code event, oneid, other_oneid, nodes, node} as the table has them. */
    record Event(String event, String oneid, String other, long nodes, String node) {}

    Size sizeBefore() {
        return size(before);
    }

    Size sizeAfter() {
        return size(after);
    }

    /** How many events of each kind. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        events.groupBy("event").count().collectAsList().forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }

    /** Customers that would gain or lose an identifier. */
    long touched() {
        return moved().select("oneid").distinct().count();
    }

    /** Identifiers that would change their customer. */
    long identifiers() {
        return moved().select("node").distinct().count();
    }

    /** The events that move most identifiers. */
    List<Event> largest() {
        return events
                .orderBy(col("nodes").desc(), col("event"), col("oneid"), col("other_oneid"))
                .limit(LARGEST)
                .select("event", "oneid", "other_oneid", "nodes", "node")
                .collectAsList()
                .stream()
                .map(row -> new Event(
                        row.getString(0), row.getString(1), row.getString(2), row.getLong(3), row.getString(4)))
                .toList();
    }

    private Dataset<Row> moved() {
        Column night = lit(Date.valueOf(date));
        return after.where(
                col("assigned_on").equalTo(night).or(col("released_on").equalTo(night)));
    }

    private static Size size(Dataset<Row> spans) {
        Row row = spans.where("released_on is null")
                .groupBy("oneid")
                .agg(count(lit(1)).as("nodes"))
                .agg(sum(lit(1)).as("customers"), max("nodes").as("largest"))
                .head();
        return row.isNullAt(0) ? new Size(0, 0) : new Size(row.getLong(0), row.getLong(1));
    }
}
