package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;

import io.siyu.pipelines.sql.Kept;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.value.backtest.WeightedAccuracy.Cell;
import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.clock.ClockFit;
import io.siyu.pipelines.value.clock.CohortDays;
import io.siyu.pipelines.value.clock.DayNames;
import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.Family;
import io.siyu.pipelines.value.model.OrderModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * {@code dws.value_trial}: models fitted at earlier origins, each on the clock as it was known there, held to what customers did
 * afterwards; and which of them a night publishes. Customers are counted, those alike in history, spend and later spend within two
 * percent together; their spend is its mean, so that totals are exact.
 */
public final class ValueTrial implements Transform {
    private static final int YEAR = 365;
    private static final int WEEK = 7;

    /** Of a model by which all cohorts are alike. */
    private static final Cohort ALL = new Cohort("", "");

    private static final Column[] ALIKE = {
        col("origin_date"),
        col("held_days"),
        col("first_domain"),
        expr(Cohort.month("origin_date")).as("first_month"),
        col("repeats"),
        col("recency"),
        col("age"),
        expr("round(ln(spend_fen) / ln(1.02))").as("spend"),
        col("later_days"),
        expr("round(ln(later_fen) / ln(1.02))").as("later")
    };

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        try (Kept purchases = Kept.of(in.table("dws.customer_purchase"))) {
            return rows(in, purchases.rows());
        }
    }

    private static Dataset<Row> rows(Inputs in, Dataset<Row> purchases) {
        CohortDays counts = Clocks.counts(purchases);
        DayNames names = Clocks.names(in.table("dim.date"));
        Dataset<Row> own =
                in.table("dws.customer_history").where("held_days > 0").localCheckpoint();
        Clocks seasonal = Clocks.of(
                own, counts, origin -> ClockFit.of(counts, names, origin, YEAR).clock());
        Clocks even = Clocks.of(own, counts, origin -> Clock.EVEN);
        Map<LocalDate, Map<Integer, List<Trial.Seen>>> onSeason = seen(Grain.of(own, seasonal));
        Map<LocalDate, Map<Integer, List<Trial.Seen>>> onEven = seen(Grain.of(own, even));
        List<Outcome> outcomes = new ArrayList<>();
        onEven.forEach((origin, held) -> {
            held.forEach((days, seen) -> outcomes.add(new Outcome(
                    origin, days, Outcome.NAIVE, null, new Trial(days / (double) WEEK, seen).naive(), List.of())));
            outcomes.addAll(tried(Origin.of(origin, Clock.EVEN, counts), held, false));
        });
        onSeason.forEach(
                (origin, held) -> outcomes.addAll(tried(Origin.of(origin, seasonal.at(origin), counts), held, true)));
        Boosted boosted = Boosted.of(purchases, seasonal, onSeason);
        outcomes.addAll(boosted.outcomes());
        return own.sparkSession().createDataFrame(TrialRows.of(outcomes, boosted.leftOut()), TrialRows.SHAPE);
    }

    /** An origin with its clock and what is counted by day. */
    private record Origin(LocalDate date, Clock clock, CohortDays counts) {
        static Origin of(LocalDate date, Clock clock, CohortDays counts) {
            return new Origin(date, clock, counts);
        }

        double weeks(int days) {
            return clock.weeks(date, date.plusDays(days));
        }
    }

    /** All models on one clock, each fitted once for all spans of days that are held out after an origin. */
    private static List<Outcome> tried(Origin origin, Map<Integer, List<Trial.Seen>> held, boolean isSeasonal) {
        Trial any = new Trial(0, held.values().iterator().next());
        Cells cells = any.cells();
        SpendRule spend = SpendRule.of(any.spends());
        Map<Cohort, Cells> cohorts = any.cohorts();
        List<Tried> models = models(isSeasonal, cells, cohorts);
        List<Outcome> outcomes = new ArrayList<>();
        held.forEach((days, seen) -> {
            Trial trial = new Trial(origin.weeks(days), seen);
            for (Tried model : models) {
                outcomes.add(new Outcome(
                        origin.date,
                        days,
                        model.asked.label(),
                        model.fit.base(),
                        trial.of(model.fit, spend),
                        tracking(model.fit, model.asked.isByCohort() ? cohorts : Map.of(ALL, cells), origin, days)));
            }
        });
        return outcomes;
    }

    private record Tried(Asked asked, PacedFit fit) {}

    /** Each family is fitted once; where there are too few customers to fit, there are no paces to try. */
    private static List<Tried> models(boolean isSeasonal, Cells cells, Map<Cohort, Cells> cohorts) {
        List<Asked> asked =
                Asked.ALL.stream().filter(one -> one.isSeasonal() == isSeasonal).toList();
        List<Family> families = asked.stream().map(Asked::family).distinct().toList();
        List<OrderFit> fits = OrderFit.of(families, cells);
        List<Tried> models = new ArrayList<>();
        for (Asked one : asked) {
            OrderFit fit = fits.get(families.indexOf(one.family()));
            if (!one.isByCohort()) {
                models.add(new Tried(one, PacedFit.even(fit)));
            } else if (fit.isFitted()) {
                models.add(new Tried(one, PacedFit.of(fit, cohorts)));
            }
        }
        return models;
    }

    /** Purchase days week by week, of the customers of the origin. */
    private static List<Trial.Part> tracking(PacedFit fit, Map<Cohort, Cells> cohorts, Origin origin, int days) {
        double customers =
                cohorts.values().stream().mapToDouble(Cells::customers).sum();
        List<Trial.Part> weeks = new ArrayList<>();
        double before = 0;
        for (int week = 1; week * WEEK <= days; week++) {
            double to = origin.weeks(week * WEEK);
            double reached = 0;
            for (Map.Entry<Cohort, Cells> cohort : cohorts.entrySet()) {
                reached += expected(fit.of(cohort.getKey()).model(), cohort.getValue(), to);
            }
            LocalDate last = origin.date.plusDays((long) week * WEEK);
            double came = origin.counts.repeats(origin.date, last.minusDays(WEEK), last);
            weeks.add(new Trial.Part(
                    "week", week, new Cell(customers, (reached - before) / customers, came / customers)));
            before = reached;
        }
        return weeks;
    }

    private static double expected(OrderModel model, Cells cells, double weeks) {
        double expected = 0;
        for (int i = 0; i < cells.size(); i++) {
            expected += cells.count(i) * model.expected(cells.history(i), weeks);
        }
        return expected;
    }

    private static Map<LocalDate, Map<Integer, List<Trial.Seen>>> seen(Dataset<Row> histories) {
        Map<LocalDate, Map<Integer, List<Trial.Seen>>> seen = new TreeMap<>();
        histories
                .groupBy(ALIKE)
                .agg(count("*"), sum("spend_fen"), sum("later_fen"))
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
