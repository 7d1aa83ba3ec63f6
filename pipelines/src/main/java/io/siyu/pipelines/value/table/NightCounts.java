package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.col;

import io.siyu.pipelines.sql.Kept;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.value.basket.BasketAhead;
import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.clock.ClockFit;
import io.siyu.pipelines.value.clock.CohortDays;
import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.SpendCells;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All that a night's fit needs of any number of customers: their histories, on the season's clock, counted.
 *
 * @param asked the model of orders that is asked for
 * @param baskets how large they are expected to be
 * @param histories of all origins, {@code recency} and {@code age} in days of the clock, {@code seen_fen} what they have spent by the size of
 *     tonight's baskets
 * @param orders customers by history, tonight
 * @param cohorts the same by cohort; empty where all are alike
 * @param spends customers by purchase days and what one came to in fen, tonight
 */
public record NightCounts(
        LocalDate date,
        Asked asked,
        Clock clock,
        BasketAhead baskets,
        Dataset<Row> histories,
        Cells orders,
        Map<Cohort, Cells> cohorts,
        SpendCells spends) {
    private static final int YEAR = 365;

    /**
     * Counts.
     *
     * @param in the tables that {@code dws.customer_value} reads
     * @param date tonight
     */
    public static NightCounts of(Inputs in, LocalDate date) {
        try (Kept purchases = Kept.of(in.table("dws.customer_purchase"))) {
            return of(in, date, Clocks.counts(purchases.rows()));
        }
    }

    private static NightCounts of(Inputs in, LocalDate date, CohortDays counts) {
        Asked asked =
                in.table("dws.value_trial").where("is_published").select("asked").distinct().collectAsList().stream()
                        .map(row -> Asked.of(row.getString(0)))
                        .findFirst()
                        .orElse(Asked.CHAMPION);
        Clock clock = asked.isSeasonal()
                ? ClockFit.of(counts, Clocks.names(in.table("dim.date")), date, YEAR)
                        .clock()
                : Clock.EVEN;
        BasketAhead baskets = asked.isSeasonal()
                ? BasketAhead.of(BasketLevels.at(in.table("dws.basket_level"), date), date, clock)
                : BasketAhead.LEVEL;
        Dataset<Row> own = in.table("dws.customer_history").where("held_days = 0");
        Dataset<Row> histories = Grain.of(own, Clocks.of(own, counts, origin -> clock), asked.spent());
        Dataset<Row> tonight = tonight(histories, date);
        Map<Cohort, Cells> cohorts = asked.isByCohort() ? Grain.cohorts(tonight) : Map.of();
        return new NightCounts(
                date, asked, clock, baskets, histories, Grain.cells(tonight), cohorts, Grain.spends(tonight));
    }

    /** The histories as of tonight. */
    Dataset<Row> tonight() {
        return tonight(histories, date);
    }

    private static Dataset<Row> tonight(Dataset<Row> histories, LocalDate date) {
        return histories.where(col("origin_date").equalTo(date));
    }

    /** Fits the model of orders that is asked for, or what the rule of decision 20 leaves of it, and that of spend. */
    public NightModels fit() {
        OrderFit fit = OrderFit.of(asked.family(), orders);
        return new NightModels(
                this, asked.isByCohort() ? PacedFit.of(fit, cohorts) : PacedFit.even(fit), SpendRule.of(spends));
    }
}
