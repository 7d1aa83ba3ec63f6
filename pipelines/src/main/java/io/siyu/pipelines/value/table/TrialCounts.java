package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Customers of a trial, counted: those alike in history, spend and later spend within two percent together; their spend is its mean, so
 * that totals are exact.
 */
final class TrialCounts {
    private static final Column[] ALIKE = {
        col("origin_date"),
        col("held_days"),
        col("first_domain"),
        expr(Cohort.month("origin_date")).as("first_month"),
        col("repeats"),
        col("recency"),
        col("age"),
        expr("round(ln(seen_fen) / ln(1.02))").as("spend"),
        col("later_days"),
        expr("round(ln(later_fen) / ln(1.02))").as("later")
    };

    private TrialCounts() {}

    /** Those of each origin, by the days held out after it. */
    static Map<LocalDate, Map<Integer, List<Trial.Seen>>> of(Dataset<Row> histories) {
        Map<LocalDate, Map<Integer, List<Trial.Seen>>> seen = new TreeMap<>();
        histories
                .groupBy(ALIKE)
                .agg(count("*"), sum("seen_fen"), sum("later_fen"))
                .orderBy(
                        "origin_date",
                        "held_days",
                        "first_domain",
                        "first_month",
                        "repeats",
                        "recency",
                        "age",
                        "spend",
                        "later_days",
                        "later")
                .collectAsList()
                .forEach(row -> seen.computeIfAbsent(row.getDate(0).toLocalDate(), origin -> new TreeMap<>())
                        .computeIfAbsent(row.getInt(1), days -> new ArrayList<>())
                        .add(seen(row)));
        return seen;
    }

    private static Trial.Seen seen(Row row) {
        double customers = row.getLong(10);
        return new Trial.Seen(
                new Cohort(row.getString(2), row.getString(3)),
                Grain.history(row.getInt(4), row.getInt(5), row.getInt(6)),
                customers,
                row.getLong(11) / customers,
                row.getInt(8),
                row.getLong(12) / customers);
    }
}
