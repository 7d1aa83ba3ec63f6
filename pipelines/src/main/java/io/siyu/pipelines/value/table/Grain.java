package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;

import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.History;
import io.siyu.pipelines.value.model.SpendCells;
import io.siyu.pipelines.value.model.SpendCells.Spend;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Histories counted by Spark. Distinct histories by day grow with the customers; by week they hardly do. So days stand while there
 * are few, and weeks when there are many.
 */
final class Grain {
    /** More distinct histories than this are counted by week. */
    private static final int MOST_CELLS = 20_000;

    private static final double WEEK = 7;

    private Grain() {}

    /**
     * The histories with {@code recency} and {@code age} in whole days of the clock of their origin; where there are many, those of a
     * week are all at its middle. Were they at its start, whoever came back within his first week would have done so in no time,
     * which no finite rate explains.
     *
     * @param spent the column of what the model of spend sees, which becomes {@code seen_fen}
     */
    static Dataset<Row> of(Dataset<Row> histories, Clocks clocks, String spent) {
        Dataset<Row> days =
                clocks.on(histories).withColumn("seen_fen", col(spent)).localCheckpoint();
        boolean few = days.select("repeats", "recency", "age").distinct().count() <= MOST_CELLS;
        return few ? days : byWeek(days);
    }

    private static Dataset<Row> byWeek(Dataset<Row> days) {
        return days.withColumn("recency", expr("if(repeats = 0, 0, recency - recency % 7 + 3)"))
                .withColumn("age", expr("age - age % 7 + 3"));
    }

    /** Customers by history, in weeks. */
    static Cells cells(Dataset<Row> histories) {
        TreeMap<History, Long> counts = new TreeMap<>();
        histories
                .groupBy("repeats", "recency", "age")
                .count()
                .collectAsList()
                .forEach(row -> counts.put(history(row), row.getLong(3)));
        return Cells.of(counts);
    }

    /** The same by cohort. */
    static Map<Cohort, Cells> cohorts(Dataset<Row> histories) {
        Map<Cohort, Map<History, Long>> counts = new TreeMap<>();
        histories
                .groupBy(
                        expr("repeats"),
                        expr("recency"),
                        expr("age"),
                        expr("first_domain"),
                        expr(Cohort.month("origin_date")))
                .count()
                .collectAsList()
                .forEach(row -> counts.computeIfAbsent(
                                new Cohort(row.getString(3), row.getString(4)), any -> new TreeMap<>())
                        .put(history(row), row.getLong(5)));
        Map<Cohort, Cells> cohorts = new TreeMap<>();
        counts.forEach((cohort, own) -> cohorts.put(cohort, Cells.of(own)));
        return cohorts;
    }

    /** The history in the first three columns, in weeks. */
    static History history(Row row) {
        return history(row.getInt(0), row.getInt(1), row.getInt(2));
    }

    /** A history whose times are days, in weeks. */
    static History history(int repeats, int recency, int age) {
        return new History(repeats, recency / WEEK, age / WEEK);
    }

    /**
     * Customers who have spent, by purchase days and what one came to, in fen: those whose days came to the same within a thousandth
     * are one cell, with their mean.
     */
    static SpendCells spends(Dataset<Row> histories) {
        TreeMap<Spend, Long> counts = new TreeMap<>();
        histories
                .where("seen_fen > 0")
                .groupBy(
                        expr("repeats + 1").as("days"), expr("floor(ln(seen_fen / (repeats + 1)) / ln(1.001D) + 0.5D)"))
                .agg(sum("seen_fen"), count("*"))
                .collectAsList()
                .forEach(row -> {
                    double mean = (double) row.getLong(2) / row.getLong(3) / row.getInt(0);
                    counts.merge(new Spend(row.getInt(0), mean), row.getLong(3), Long::sum);
                });
        return SpendCells.of(counts);
    }
}
