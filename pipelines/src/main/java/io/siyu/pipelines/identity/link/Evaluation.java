package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.siyu.warehouse.Problems;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * How clusters compare with the truth, on the records that both know.
 *
 * @param records how many both know
 * @param linkedPairs pairs that share a cluster; {@code truePairs} an entity; {@code rightPairs} both
 * @param cubedPrecision B-cubed: for an average record, the share of its cluster that is truly of its entity; {@code cubedRecall} the
 *     share of its entity that is in its cluster (Bagga and Baldwin, Algorithms for Scoring Coreference Chains, 1998)
 * @param largest records of the largest cluster; {@code largestTrue} of the largest entity
 * @param blocked true pairs that were compared; empty when the compared pairs are not known
 */
public record Evaluation(
        long records,
        long linkedPairs,
        long truePairs,
        long rightPairs,
        double cubedPrecision,
        double cubedRecall,
        long clusters,
        long entities,
        long largest,
        long largestTrue,
        Optional<Long> blocked) {
    /**
     * Compares.
     *
     * @param clusters {@code id, cluster}
     * @param truth {@code id, entity}; records without an entity are left out
     * @param pairs {@code l, r} of the pairs compared, if they are known
     */
    public static Evaluation of(Dataset<Row> clusters, Dataset<Row> truth, Optional<Dataset<Row>> pairs) {
        Dataset<Row> known = truth.filter(col("entity").isNotNull());
        Column n = col("n");
        Dataset<Row> cells = clusters.join(known, "id")
                .groupBy("cluster", "entity")
                .agg(count(lit(1)).as("n"))
                .withColumn("c", sum(n).over(Window.partitionBy("cluster")))
                .withColumn("e", sum(n).over(Window.partitionBy("entity")));
        Row row = cells.agg(
                        sum(n),
                        sum(n.multiply(col("c").minus(1))),
                        sum(n.multiply(col("e").minus(1))),
                        sum(n.multiply(n.minus(1))),
                        sum(n.multiply(n).divide(col("c"))),
                        sum(n.multiply(n).divide(col("e"))),
                        countDistinct("cluster"),
                        countDistinct("entity"),
                        max("c"),
                        max("e"))
                .first();
        if (row.isNullAt(0)) {
            throw Problems.cannot(
                    "evaluate the clusters",
                    "none of their ids stands in the truth",
                    "Name the column of the truth that holds the same ids");
        }
        double records = row.getLong(0);
        return new Evaluation(
                row.getLong(0),
                row.getLong(1) / 2,
                row.getLong(2) / 2,
                row.getLong(3) / 2,
                row.getDouble(4) / records,
                row.getDouble(5) / records,
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                pairs.map(some -> blocked(some, known)));
    }

    private static long blocked(Dataset<Row> pairs, Dataset<Row> known) {
        return pairs.select("l", "r")
                .distinct()
                .join(known.toDF("l", "entity_l"), "l")
                .join(known.toDF("r", "entity_r"), "r")
                .filter(col("entity_l").equalTo(col("entity_r")))
                .count();
    }

    /** Share of linked pairs that are right; 1 when none is linked. */
    public double precision() {
        return linkedPairs == 0 ? 1 : (double) rightPairs / linkedPairs;
    }

    /** Share of true pairs that are linked; 1 when there are none. */
    public double recall() {
        return truePairs == 0 ? 1 : (double) rightPairs / truePairs;
    }

    /** Harmonic mean of precision and recall, over pairs. */
    public double f1() {
        return mean(precision(), recall());
    }

    /** The same, B-cubed. */
    public double cubedF1() {
        return mean(cubedPrecision, cubedRecall);
    }

    /** As people read it. */
    public String text() {
        String text = String.format(
                Locale.ROOT,
                "%-10s %9s %9s %9s%n%-10s %9.4f %9.4f %9.4f%n%-10s %9.4f %9.4f %9.4f%n"
                        + "%,d records in %,d clusters (truth: %,d), the largest of %,d (truth: %,d).%n"
                        + "%,d pairs linked, %,d of them right; the truth has %,d.%n",
                "",
                "precision",
                "recall",
                "F1",
                "pairs",
                precision(),
                recall(),
                f1(),
                "B-cubed",
                cubedPrecision,
                cubedRecall,
                cubedF1(),
                records,
                clusters,
                entities,
                largest,
                largestTrue,
                linkedPairs,
                rightPairs,
                truePairs);
        return text
                + blocked.map(found -> String.format(
                                Locale.ROOT,
                                "%,d true pairs were compared: blocking recall %.4f.%n",
                                found,
                                truePairs == 0 ? 1 : (double) found / truePairs))
                        .orElse("");
    }

    private static double mean(double a, double b) {
        return a + b == 0 ? 0 : 2 * a * b / (a + b);
    }
}
