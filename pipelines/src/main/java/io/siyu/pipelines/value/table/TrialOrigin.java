package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.backtest.WeightedAccuracy.Cell;
import io.siyu.pipelines.value.basket.BasketAhead;
import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.clock.CohortDays;
import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.OrderModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An origin of a trial, with its clock and what is counted by day.
 *
 * @param baskets how large they are expected to be after it
 */
record TrialOrigin(LocalDate date, Clock clock, CohortDays counts, BasketAhead baskets) {
    private static final int WEEK = 7;

    /** The days after it, in weeks of its clock. */
    double weeks(int days) {
        return clock.weeks(date, date.plusDays(days));
    }

    /** How large baskets of the days after it are. */
    BasketShare basket(int days) {
        return new BasketShare(baskets, days, clock, date);
    }

    /** Purchase days week by week, of the customers of these cohorts. */
    List<Trial.Part> tracking(PacedFit fit, Map<Cohort, Cells> cohorts, int days) {
        double customers =
                cohorts.values().stream().mapToDouble(Cells::customers).sum();
        List<Trial.Part> weeks = new ArrayList<>();
        double before = 0;
        for (int week = 1; week * WEEK <= days; week++) {
            double to = weeks(week * WEEK);
            double reached = 0;
            for (Map.Entry<Cohort, Cells> cohort : cohorts.entrySet()) {
                reached += expected(fit.of(cohort.getKey()).model(), cohort.getValue(), to);
            }
            LocalDate last = date.plusDays((long) week * WEEK);
            double came = counts.repeats(date, last.minusDays(WEEK), last);
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
}
