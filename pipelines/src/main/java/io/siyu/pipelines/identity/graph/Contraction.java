package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.siyu.pipelines.identity.graph.Components.Found;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.SiyuException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Connected components of a graph of any size. In each round the nodes are ranked anew, each goes to the one of lowest rank
 * within three steps, and edges are drawn between those that were gone to (after Bögeholz, Brand and Todor, "In-database
 * connected component analysis", ICDE 2020, who go one step). Of a chain a fourth is left, of other graphs less; when what is
 * left fits one task, that task ends it.
 *
 * <p>Each round's rows are cut from their plan, and each contracted edge carries how many edges it stands for: a round that
 * loses a row stops the run.
 *
 * @param fits edges that one task takes
 */
record Contraction(long fits) {
    private static final int STEPS = 3;
    private static final int MOST_ROUNDS = 64;

    /** @param edges {@code left, right} node keys */
    Found of(Dataset<Row> edges) {
        Numbers numbers = Numbers.of(edges);
        Dataset<Row> left = numbers.edges(edges).localCheckpoint();
        Dataset<Row> graph = left.where("a <> b");
        long[] size = size(left);
        List<Dataset<Row>> moves = new ArrayList<>();
        while (size[1] > fits) {
            if (moves.size() == MOST_ROUNDS) {
                throw lost("after " + MOST_ROUNDS + " rounds " + size[1] + " edges are left");
            }
            Dataset<Row> moved = move(graph, Ranks.ofRound(moves.size())).localCheckpoint();
            moves.add(moved);
            Dataset<Row> all = contract(graph, moved).localCheckpoint();
            long[] now = size(all);
            if (now[0] != size[2]) {
                throw lost("round " + moves.size() + " had " + size[2] + " edges and left " + now[0]);
            }
            size = now;
            graph = all.where("a <> b");
        }
        int rounds = moves.size();
        moves.add(rest(graph));
        Dataset<Row> members = numbers.named(composed(moves)).localCheckpoint();
        long named = members.count();
        if (named != numbers.size()) {
            throw lost(numbers.size() + " nodes went in and " + named + " came out");
        }
        return new Found(members, rounds);
    }

    /** Edges that all rows stand for; rows that still connect two nodes; edges that those stand for. */
    private static long[] size(Dataset<Row> edges) {
        Column open = col("a").notEqual(col("b"));
        Row row = edges.agg(
                        coalesce(sum("edges"), lit(0L)),
                        count(when(open, 1)),
                        coalesce(sum(when(open, col("edges"))), lit(0L)))
                .head();
        return new long[] {row.getLong(0), row.getLong(1), row.getLong(2)};
    }

    /** {@code node, goal}: for each node the one of lowest rank within three steps. */
    private static Dataset<Row> move(Dataset<Row> graph, Ranks ranks) {
        Column a = ranks.of(col("a"));
        Column b = ranks.of(col("b"));
        Dataset<Row> both = graph.select(a.as("here"), b.as("there")).union(graph.select(b.as("here"), a.as("there")));
        Dataset<Row> lowest =
                both.groupBy("here").agg(min(least(col("here"), col("there"))).as("low"));
        for (int step = 1; step < STEPS; step++) {
            Dataset<Row> before = lowest.withColumnRenamed("here", "there");
            lowest = both.join(before, "there").groupBy("here").agg(min("low").as("low"));
        }
        return lowest.select(
                ranks.from(col("here")).as("node"), ranks.from(col("low")).as("goal"));
    }

    private static Dataset<Row> contract(Dataset<Row> graph, Dataset<Row> moved) {
        Dataset<Row> ofA = moved.select(col("node").as("a"), col("goal").as("goal_a"));
        Dataset<Row> ofB = moved.select(col("node").as("b"), col("goal").as("goal_b"));
        return graph.join(ofA, "a")
                .join(ofB, "b")
                .groupBy(
                        least(col("goal_a"), col("goal_b")).as("a"),
                        greatest(col("goal_a"), col("goal_b")).as("b"))
                .agg(sum("edges").as("edges"));
    }

    private static Dataset<Row> rest(Dataset<Row> graph) {
        Dataset<Row> keys = graph.select(
                col("a").cast("string").as("left"), col("b").cast("string").as("right"));
        return Components.inOneTask(keys)
                .select(
                        col("node").cast("long").as("node"),
                        col("component").cast("long").as("goal"))
                .localCheckpoint();
    }

    /** {@code node, goal} of all rounds as one move, put together from the last, which is small. */
    private static Dataset<Row> composed(List<Dataset<Row>> moves) {
        Dataset<Row> later = moves.get(moves.size() - 1);
        for (int round = moves.size() - 2; round >= 0; round--) {
            Dataset<Row> further =
                    later.select(col("node").as("goal"), col("goal").as("further"));
            later = moves.get(round)
                    .join(further, new String[] {"goal"}, "left")
                    .select(col("node"), coalesce(col("further"), col("goal")).as("goal"));
        }
        return later;
    }

    private static SiyuException lost(String reason) {
        return Problems.failed(
                "find connected components", reason, "Nothing was written; the night may be run again", null);
    }
}
