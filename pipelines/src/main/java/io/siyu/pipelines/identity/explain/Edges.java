package io.siyu.pipelines.identity.explain;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_replace;

import io.siyu.warehouse.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Reads the edges that may merge. */
record Edges(Published published) {
    private static final int MOST = 200_000;
    private static final String OWNER = "@[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    /** The ties that have both ends among these nodes, likely links too. */
    List<Tie> among(Collection<String> nodes) {
        List<Tie> ties = new ArrayList<>(ties(within(published.rows("dim.id_link"), nodes)));
        ties.addAll(new Likely(published).among(nodes));
        return ties;
    }

    /** Of {@code left, right, …} the rows that have both ends among these nodes. */
    Dataset<Row> within(Dataset<Row> links, Collection<String> nodes) {
        return links.join(broadcast(column("left", nodes)), "left").join(broadcast(column("right", nodes)), "right");
    }

    /** Rows of {@code dim.id_link} as ties. */
    List<Tie> ties(Dataset<Row> links) {
        Dataset<Row> said = published
                .rows("dwd.id_edge")
                .select(col("left_node").as("l"), col("right_node").as("r"), col("sources"), col("sightings"));
        List<Row> rows = links.withColumn("l", base(col("left")))
                .withColumn("r", base(col("right")))
                .join(said, new String[] {"l", "r"})
                .selectExpr(
                        "left",
                        "right",
                        "strength",
                        "100 - priority",
                        "sources",
                        "evidence",
                        "sightings",
                        "cast(first_seen as string)",
                        "cast(cast(seen as date) as string)")
                .limit(MOST + 1)
                .collectAsList();
        if (rows.size() > MOST) {
            throw Problems.cannot(
                    "explain these identifiers",
                    "they have more than " + MOST + " edges, which no person can follow",
                    "Nothing was looked at. Look for a value that all share, and give its kind a limit in identity.yml");
        }
        return rows.stream()
                .map(row -> new Tie(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getString(8)))
                .sorted(Tie.ORDER)
                .toList();
    }

    Dataset<Row> column(String name, Collection<String> values) {
        return published
                .spark()
                .createDataset(values.stream().sorted().toList(), Encoders.STRING())
                .toDF(name);
    }

    static Column base(Column node) {
        return regexp_replace(node, OWNER, "");
    }
}
