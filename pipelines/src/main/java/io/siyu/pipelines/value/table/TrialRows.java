package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.backtest.Calibration;
import io.siyu.pipelines.value.backtest.Gate;
import io.siyu.pipelines.value.backtest.WeightedAccuracy;
import io.siyu.pipelines.value.backtest.WeightedAccuracy.Cell;
import io.siyu.pipelines.value.total.Total;
import io.siyu.pipelines.value.total.TotalRange;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code dws.value_trial}: of each model, origin and measure one for all customers, and one for each part of them when
 * there are a hundred and more.
 */
final class TrialRows {
    static final StructType SHAPE = StructType.fromDDL("origin_date DATE, held_days INT, measure STRING, asked STRING,"
            + " slice STRING, bin INT, model STRING, reason STRING, is_published BOOLEAN, gate STRING, customers BIGINT,"
            + " predicted DOUBLE, actual DOUBLE, bias DOUBLE, mae DOUBLE, rmse DOUBLE, msle DOUBLE, correlation DOUBLE,"
            + " rank_correlation DOUBLE, gini DOUBLE, top_share DOUBLE, decile_error DOUBLE, brier DOUBLE, log_score DOUBLE,"
            + " coverage_50 DOUBLE, coverage_80 DOUBLE, coverage_95 DOUBLE,"
            + " predicted_spread DOUBLE, predicted_low DOUBLE, predicted_high DOUBLE, actual_rank DOUBLE");

    /** With fewer customers parts of them say nothing. */
    private static final int LEAST_IN_PARTS = 100;

    private static final int HEAD = 10;

    private static final int RANGE = SHAPE.fieldIndex("predicted_spread");

    private final Outcome.Ruling ruling;
    private final List<Outcome> outcomes;
    private final Optional<String> leftOut;
    private final List<Row> rows = new ArrayList<>();

    private TrialRows(List<Outcome> outcomes, Optional<String> leftOut) {
        this.outcomes = outcomes;
        this.ruling = Outcome.ruling(outcomes);
        this.leftOut = leftOut;
    }

    /**
     * The rows.
     *
     * @param leftOut why there are no boosted challengers; empty where there are some
     */
    static List<Row> of(List<Outcome> outcomes, Optional<String> leftOut) {
        TrialRows all = new TrialRows(outcomes, leftOut);
        outcomes.forEach(all::add);
        return all.rows;
    }

    private void add(Outcome outcome) {
        Trial.Result result = outcome.result();
        WeightedAccuracy orders = result.orders();
        if (orders != null) {
            rows.add(all(outcome, Measure.ORDERS, orders, result.orderCalibration(), null));
        }
        rows.add(all(outcome, Measure.SPEND, result.spend(), null, result.spendScores()));
        if (result.spend().customers() < LEAST_IN_PARTS) {
            return;
        }
        result.orderParts().forEach(part -> rows.add(part(outcome, Measure.ORDERS, part)));
        result.spendParts().forEach(part -> rows.add(part(outcome, Measure.SPEND, part)));
        outcome.tracking().forEach(part -> rows.add(part(outcome, Measure.ORDERS, part)));
    }

    private Row all(
            Outcome outcome,
            Measure measure,
            WeightedAccuracy a,
            @Nullable Calibration calibration,
            @Nullable SpendScores scores) {
        @Nullable Object[] row = head(outcome, measure, "all", 0);
        double[] numbers = {
            a.predicted(),
            a.actual(),
            a.bias(),
            a.mae(),
            a.rmse(),
            a.msle(),
            a.correlation(),
            a.rankCorrelation(),
            a.gini(),
            a.topShare(),
            a.decileError()
        };
        row[HEAD] = Math.round(a.customers());
        for (int i = 0; i < numbers.length; i++) {
            row[HEAD + 1 + i] = rounded(numbers[i]);
        }
        if (calibration != null) {
            int at = HEAD + 1 + numbers.length;
            row[at] = rounded(calibration.brier());
            row[at + 1] = rounded(calibration.logScore());
            double[] coverage = calibration.coverage();
            for (int i = 0; i < coverage.length; i++) {
                row[at + 2 + i] = rounded(coverage[i]);
            }
        }
        Total own = measure.total(outcome.result());
        if (own != null) {
            TotalRange range = outcome.effect(outcomes, measure).around(own.expected(), own.spread());
            row[RANGE] = rounded(own.spread());
            row[RANGE + 1] = rounded(range.low());
            row[RANGE + 2] = rounded(range.high());
            row[RANGE + 3] = rounded(range.rank(a.actual()));
        }
        if (scores != null) {
            int at = HEAD + 1 + numbers.length;
            row[at] = rounded(scores.brier());
            row[at + 2] = rounded(scores.in50());
            row[at + 3] = rounded(scores.in80());
            row[at + 4] = rounded(scores.in95());
        }
        return RowFactory.create(row);
    }

    private Row part(Outcome outcome, Measure measure, Trial.Part part) {
        @Nullable Object[] row = head(outcome, measure, part.slice(), part.bin());
        Cell cell = part.cell();
        row[HEAD] = Math.round(cell.customers());
        row[HEAD + 1] = rounded(cell.customers() * cell.predicted());
        row[HEAD + 2] = rounded(cell.customers() * cell.actual());
        row[HEAD + 3] = cell.actual() > 0 ? rounded(cell.predicted() / cell.actual() - 1) : null;
        return RowFactory.create(row);
    }

    private @Nullable Object[] head(Outcome outcome, Measure measure, String slice, int bin) {
        @Nullable Object[] row = new @Nullable Object[SHAPE.length()];
        OrderFit fit = outcome.fit();
        String asked = outcome.asked();
        row[0] = Date.valueOf(outcome.origin());
        row[1] = outcome.days();
        row[2] = measure.code();
        row[3] = asked;
        row[4] = slice;
        row[5] = bin;
        row[6] = fit == null ? asked : fit.family().label();
        row[7] = fit == null ? Boosted.isJudgedOnly(asked) ? "trained_earlier" : "no_model" : fit.reason();
        row[8] = asked.equals(ruling.published());
        row[9] = gate(asked);
        return row;
    }

    private String gate(String asked) {
        Gate.Verdict verdict = ruling.verdicts().get(asked);
        if (verdict != null) {
            return Boosted.isJudgedOnly(asked) ? verdict.judged() : verdict.reason();
        }
        if (asked.equals(Outcome.NAIVE)) {
            return "not a candidate";
        }
        String champion = asked.equals(ruling.published()) ? "kept" : "gave way to " + ruling.published();
        return "champion: " + champion
                + leftOut.map(reason -> "; boosted left out: " + reason).orElse("");
    }

    private static @Nullable Double rounded(double number) {
        return Double.isFinite(number) ? Shown.orders(number) : null;
    }
}
