package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The ids of all identifiers, day by day ({@link Timeline}). Ids move only among identifiers that were ever connected, by an
 * edge or by an id, so each such component is one task's work and needs nothing of the others.
 *
 * @param components finds them
 */
public record Timelines(Components components) {
    /** For graphs of any size, in which a component fits a task: some 500 bytes a node, 100 an edge. */
    public Timelines() {
        this(new Components());
    }

    /**
     * What became of identifiers.
     *
     * @param spans {@code node, oneid, assigned_on DATE, released_on DATE, part}: all that hold after tonight, and those of
     *     before that ended after the last night
     * @param parts {@code node, part}: each node of an edge or of a span with the least that it was ever connected with
     */
    public record Told(Dataset<Row> spans, Dataset<Row> parts) {}

    /**
     * Tells the days since the last night. What is first seen after tonight, or nobody knows when, counts as tonight's.
     *
     * @param nodes {@code node, limit_key, limit_count, first_seen DATE}, a row per limit of a node, or one without; each end
     *     of an edge is one; the earliest date counts
     * @param edges {@code left, right, strength, priority, seen, evidence, first_seen DATE, retracted_on DATE}; an edge
     *     without the second still holds
     * @param past {@code node, oneid, assigned_on, released_on}: all spans that tonight begins with
     */
    public Told of(Dataset<Row> nodes, Dataset<Row> edges, Dataset<Row> past, LocalDate tonight) {
        return of(nodes, edges, past, last(past), tonight);
    }

    /**
     * The same of some parts of a graph.
     *
     * @param last as {@link #last} says of the spans of all parts
     */
    Told of(Dataset<Row> nodes, Dataset<Row> edges, Dataset<Row> past, int last, LocalDate tonight) {
        Dataset<Row> tied =
                edges.select("left", "right").union(ties(past)).union(nodes.select(col("node"), col("node")));
        Dataset<Row> parts = components.of(tied).members().withColumnRenamed("component", "part");
        Dataset<Row> rows = nodeRows(nodes, tonight)
                .unionByName(pastRows(past), true)
                .unionByName(edgeRows(edges, tonight), true)
                .join(parts, "node");
        Dataset<Row> spans = rows.repartition(col("part"))
                .sortWithinPartitions(order())
                .select(TimelineRows.columns())
                .mapPartitions(new TimelineRows(last, (int) tonight.toEpochDay()), Encoders.row(TimelineRows.SHAPE))
                .select(
                        col("node"),
                        col("oneid"),
                        date_from_unix_date(col("since")).as("assigned_on"),
                        when(col("until").lt(Timeline.NEVER), date_from_unix_date(col("until")))
                                .as("released_on"),
                        col("part"));
        return new Told(spans, parts);
    }

    /** Each node with the smallest that ever had the same id. */
    private static Dataset<Row> ties(Dataset<Row> past) {
        return past.select(
                col("node").as("left"),
                min("node").over(Window.partitionBy("oneid")).as("right"));
    }

    /** The last day on which an id came or went, in days since 1970. */
    static int last(Dataset<Row> past) {
        Row day = past.agg(max(unix_date(coalesce(col("released_on"), col("assigned_on")))))
                .head();
        return day.isNullAt(0) ? Integer.MIN_VALUE : day.getInt(0);
    }

    private static Dataset<Row> nodeRows(Dataset<Row> nodes, LocalDate tonight) {
        return nodes.select(
                lit(TimelineRows.NODE).as("kind"),
                col("node"),
                least(unix_date(col("first_seen")), day(tonight)).as("since"),
                col("limit_key").as("other"),
                col("limit_count").as("until"));
    }

    /** An id whose last nodes let it go has ended; of its other rows only the id matters. */
    private static Dataset<Row> pastRows(Dataset<Row> past) {
        Column until = coalesce(unix_date(col("released_on")), lit(Timeline.NEVER));
        return past.withColumn("ended", until)
                .withColumn("final", max("ended").over(Window.partitionBy("oneid")))
                .select(
                        when(col("ended").equalTo(col("final")), TimelineRows.HAD)
                                .otherwise(TimelineRows.ISSUED)
                                .as("kind"),
                        col("node"),
                        unix_date(col("assigned_on")).as("since"),
                        col("oneid").as("other"),
                        col("ended").as("until"));
    }

    private static Dataset<Row> edgeRows(Dataset<Row> edges, LocalDate tonight) {
        return edges.select(
                lit(TimelineRows.EDGE).as("kind"),
                col("left").as("node"),
                least(unix_date(col("first_seen")), day(tonight)).as("since"),
                col("right").as("other"),
                coalesce(unix_date(col("retracted_on")), lit(Timeline.NEVER)).as("until"),
                col("left"),
                col("right"),
                col("strength"),
                col("priority"),
                col("seen"),
                col("evidence"));
    }

    private static Column day(LocalDate date) {
        return lit((int) date.toEpochDay());
    }

    private static Column[] order() {
        return Stream.of(
                        Stream.of(col("part"), col("kind")),
                        Stream.of(Replay.strongestFirst()),
                        Stream.of(col("node"), col("other"), col("since")))
                .flatMap(columns -> columns)
                .toArray(Column[]::new);
    }
}
