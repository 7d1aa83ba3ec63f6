package io.siyu.pipelines.value.table;

import io.siyu.pipelines.sql.Kept;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.value.basket.BasketAhead;
import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.clock.ClockFit;
import io.siyu.pipelines.value.clock.CohortDays;
import io.siyu.pipelines.value.clock.DayNames;
import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.Family;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * {@code dws.value_trial}: models fitted at earlier origins, each on the clock as it was known there, held to what customers did
 * afterwards; and which of them a night publishes.
 */
public final class ValueTrial implements Transform {
    private static final int YEAR = 365;
    private static final int WEEK = 7;

    /** Of a model by which all cohorts are alike. */
    private static final Cohort ALL = new Cohort("", "");

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
        Map<LocalDate, Map<Integer, List<Trial.Seen>>> onSeason =
                TrialCounts.of(Grain.of(own, seasonal, Asked.CHAMPION.spent()));
        Map<LocalDate, Map<Integer, List<Trial.Seen>>> onEven = TrialCounts.of(Grain.of(own, even, "spend_fen"));
        List<Outcome> outcomes = new ArrayList<>();
        onEven.forEach((origin, held) -> {
            held.forEach((days, seen) -> outcomes.add(new Outcome(
                    origin, days, Outcome.NAIVE, null, new Trial(days / (double) WEEK, seen).naive(), List.of())));
            outcomes.addAll(tried(new TrialOrigin(origin, Clock.EVEN, counts, BasketAhead.LEVEL), held, false));
        });
        SortedMap<LocalDate, SortedMap<LocalDate, Double>> levels = BasketLevels.of(in.table("dws.basket_level"));
        onSeason.forEach((origin, held) -> {
            Clock clock = seasonal.at(origin);
            BasketAhead baskets = BasketAhead.of(levels.getOrDefault(origin, new TreeMap<>()), origin, clock);
            outcomes.addAll(tried(new TrialOrigin(origin, clock, counts, baskets), held, true));
        });
        Boosted boosted = Boosted.of(purchases, seasonal, onEven);
        outcomes.addAll(boosted.outcomes());
        return own.sparkSession().createDataFrame(TrialRows.of(outcomes, boosted.leftOut()), TrialRows.SHAPE);
    }

    /** All models on one clock, each fitted once for all spans of days that are held out after an origin. */
    private static List<Outcome> tried(TrialOrigin origin, Map<Integer, List<Trial.Seen>> held, boolean isSeasonal) {
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
                        origin.date(),
                        days,
                        model.asked.label(),
                        model.fit.base(),
                        trial.of(model.fit, spend, origin.basket(days)),
                        origin.tracking(model.fit, model.asked.isByCohort() ? cohorts : Map.of(ALL, cells), days)));
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
}
