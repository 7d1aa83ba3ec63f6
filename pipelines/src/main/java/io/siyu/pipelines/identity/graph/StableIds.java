package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;

import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Ids that stay with people while clusters change: tonight's clusters take last night's ids by greedy maximum overlap, one to
 * one ({@link Succession}); who is left over takes an ended id that its nodes had, or one made from content ({@link Mint}). A
 * cluster whose nodes are those of last night keeps its id, whatever happens elsewhere.
 *
 * <p>One task settles the clusters that changed; it needs some 500 bytes for each, and 100 for each id ever issued.
 */
public final class StableIds {
    private static final String[] NODE = {"node"};

    private StableIds() {}

    /**
     * What was before tonight.
     *
     * @param last {@code node, id} of last night, one row per node
     * @param ended {@code node, id}: the last nodes of each id that nobody had last night
     * @param issued {@code id}: all ids ever issued; no new one equals one of them
     */
    public record Past(Dataset<Row> last, Dataset<Row> ended, Dataset<Row> issued) {}

    /**
     * What holds tonight; cut from its plan.
     *
     * @param ids {@code cluster, id}, one row per cluster
     * @param events {@code event, id, other, nodes, node}: {@code created}; {@code split} from {@code other}; {@code merged}
     *     into {@code other}, where the id ends; {@code re-assigned}, nodes of an id that lives on went to {@code other};
     *     {@code ended}, all nodes are gone. {@code nodes} says how many, {@code node} is the one seen first
     */
    public record Assigned(Dataset<Row> ids, Dataset<Row> events) {}

    /**
     * Ids for clusters. Of a night's change it is enough to give the clusters that were re-opened, with what their nodes and
     * those gone from them had.
     *
     * @param members {@code node, cluster}
     * @param nodes {@code node, first_seen DATE}
     */
    public static Assigned assign(Dataset<Row> members, Dataset<Row> nodes, Past past) {
        Dataset<Row> days =
                nodes.groupBy("node").agg(min(unix_date(col("first_seen"))).as("day"));
        Dataset<Row> tonight = members.select("node", "cluster").join(days, NODE, "left");
        Dataset<Row> all = overlaps(tonight.join(past.last(), NODE, "full"), false)
                .withColumn("rows", count(lit(1)).over(Window.partitionBy("cluster")))
                .withColumn("clusters", count(lit(1)).over(Window.partitionBy("id")))
                .localCheckpoint();
        Column settled = col("cluster")
                .isNotNull()
                .and(col("id").isNotNull())
                .and(col("rows").equalTo(1))
                .and(col("clusters").equalTo(1));
        Dataset<Row> open = all.where(not(settled)).drop("rows", "clusters");
        Dataset<Row> changed = open.select("cluster").distinct();
        Dataset<Row> before = overlaps(
                tonight.join(changed, new String[] {"cluster"}, "left_semi").join(past.ended(), "node"), true);
        Dataset<Row> taken = past.issued()
                .select(
                        lit(null).cast("string").as("cluster"),
                        col("id"),
                        lit(false).as("ended"),
                        lit(0L).as("nodes"),
                        lit(0).as("day"),
                        lit("").as("node"));
        MapPartitionsFunction<Row, Row> settle = SettledRows::of;
        Dataset<Row> rows = open.union(before)
                .union(taken)
                .repartition(1)
                .mapPartitions(settle, Encoders.row(SettledRows.SHAPE))
                .localCheckpoint();
        return new Assigned(
                all.where(settled)
                        .select("cluster", "id")
                        .union(rows.where(col("event").isNull()).select("cluster", "id")),
                rows.where(col("event").isNotNull()).drop("cluster"));
    }

    private static Dataset<Row> overlaps(Dataset<Row> nodes, boolean ended) {
        Column day = coalesce(col("day"), lit(Integer.MAX_VALUE)).as("day");
        return nodes.groupBy("cluster", "id")
                .agg(
                        count(lit(1)).as("nodes"),
                        min(struct(day, col("node").as("node"))).as("oldest"))
                .select(
                        col("cluster"),
                        col("id"),
                        lit(ended).as("ended"),
                        col("nodes"),
                        col("oldest.day").as("day"),
                        col("oldest.node").as("node"));
    }
}
