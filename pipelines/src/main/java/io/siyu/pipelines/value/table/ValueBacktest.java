package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;

import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.value.backtest.WeightedAccuracy;
import io.siyu.pipelines.value.model.Family;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * {@code ads.value_backtest}: models fitted at earlier origins, held to what customers did afterwards. Customers are counted, those
 * alike in history, spend and later spend within two percent together; their spend is its mean, so that totals are exact.
 */
public final class ValueBacktest implements Transform {
    private static final StructType SHAPE = StructType.fromDDL(
            "origin_date DATE, held_days INT, measure STRING,"
                    + " asked STRING, model STRING, reason STRING, is_published BOOLEAN, customers BIGINT, predicted DOUBLE,"
                    + " actual DOUBLE, bias DOUBLE, mae DOUBLE, rmse DOUBLE, gini DOUBLE, top_share DOUBLE, coverage_80 DOUBLE");

    private static final List<Family> ASKED = List.of(Family.NBD, Family.MBG_NBD, CustomerValue.ASKED);

    private static final Column[] ALIKE = {
        col("origin_date"),
        col("held_days"),
        col("repeats"),
        col("recency"),
        col("age"),
        expr("round(ln(spend_fen) / ln(1.02))").as("spend"),
        col("later_days"),
        expr("round(ln(later_fen) / ln(1.02))").as("later")
    };

    private record Origin(Date date, int days) implements Comparable<Origin> {
        @Override
        public int compareTo(Origin other) {
            int byDays = Integer.compare(days, other.days);
            return byDays == 0 ? date.compareTo(other.date) : byDays;
        }
    }

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> histories =
                Grain.of(in.table("dws.customer_history").where("held_days > 0").localCheckpoint());
        Map<Origin, List<Trial.Seen>> origins = new TreeMap<>();
        histories
                .groupBy(ALIKE)
                .agg(count("*"), sum("spend_fen"), sum("later_fen"))
                .orderBy("origin_date", "held_days", "repeats", "recency", "age", "spend", "later_days", "later")
                .collectAsList()
                .forEach(row -> origins.computeIfAbsent(
                                new Origin(row.getDate(0), row.getInt(1)), key -> new ArrayList<>())
                        .add(seen(row)));
        List<Row> rows = new ArrayList<>();
        origins.forEach((origin, seen) -> {
            Trial trial = new Trial(origin.days, seen);
            add(rows, origin, "naive", trial.naive());
            ASKED.forEach(family -> add(rows, origin, family.label(), trial.of(family)));
        });
        return histories.sparkSession().createDataFrame(rows, SHAPE);
    }

    private static Trial.Seen seen(Row row) {
        double customers = row.getLong(8);
        return new Trial.Seen(
                Grain.history(row.getInt(2), row.getInt(3), row.getInt(4)),
                customers,
                row.getLong(9) / customers,
                row.getInt(6),
                row.getLong(10) / customers);
    }

    private static void add(List<Row> rows, Origin origin, String asked, Trial.Result result) {
        rows.add(row(origin, "orders", asked, result, result.orders(), rounded(result.coverage80())));
        rows.add(row(origin, "spend", asked, result, result.spend(), null));
    }

    private static Row row(
            Origin origin,
            String measure,
            String asked,
            Trial.Result result,
            WeightedAccuracy accuracy,
            @Nullable Double coverage) {
        return RowFactory.create(
                origin.date,
                origin.days,
                measure,
                asked,
                result.model(),
                result.reason(),
                asked.equals(CustomerValue.ASKED.label()),
                (long) accuracy.customers(),
                rounded(accuracy.predicted()),
                rounded(accuracy.actual()),
                rounded(accuracy.bias()),
                rounded(accuracy.mae()),
                rounded(accuracy.rmse()),
                rounded(accuracy.gini()),
                rounded(accuracy.topShare()),
                coverage);
    }

    private static @Nullable Double rounded(double number) {
        return Double.isNaN(number) ? null : Math.rint(number * 1e4) / 1e4;
    }
}
