package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.backtest.Calibration;
import io.siyu.pipelines.value.backtest.WeightedAccuracy.Cell;
import io.siyu.pipelines.value.boost.Challengers;
import io.siyu.pipelines.value.boost.Scored;
import io.siyu.pipelines.value.boost.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The boosted challengers among the trials: held to the same customers as all models, judged by the same gate, and not published, as
 * they do not give all columns of {@code dws.customer_value}.
 *
 * @param leftOut why there are no outcomes; empty where there are some
 */
record Boosted(List<Outcome> outcomes, Optional<String> leftOut) {
    /** Purchase days by a boosted Poisson model; spend is that by what a purchase day comes to. */
    static final String POISSON = "boosted Poisson";

    /** Spend by a boosted two-part model (ZILN), and nothing of purchase days. */
    static final String TWO_PART = "boosted ZILN";

    /**
     * Trains, asks and holds to what came.
     *
     * @param purchases {@code dws.customer_purchase}
     * @param clocks of the season
     * @param seen counted customers by origin and days held out, with what they have spent as it was
     */
    static Boosted of(Dataset<Row> purchases, Clocks clocks, Map<LocalDate, Map<Integer, List<Trial.Seen>>> seen) {
        List<Span> spans = new ArrayList<>();
        seen.forEach((origin, held) -> {
            SpendRule rule = SpendRule.of(new Trial(0, held.values().iterator().next()).spends());
            held.keySet().forEach(days -> spans.add(new Span(origin, days, clocks.at(origin), rule::perDay)));
        });
        Challengers challengers = Challengers.of(purchases, spans);
        List<Outcome> outcomes = new ArrayList<>();
        challengers.scored().forEach(scored -> {
            outcomes.add(outcome(scored.span(), POISSON, purchases(scored.days(), scored.daysSpend())));
            outcomes.add(outcome(scored.span(), TWO_PART, spend(scored.spend())));
        });
        return new Boosted(outcomes, challengers.leftOut());
    }

    /** Whether a model is held to the gate, but never published. */
    static boolean isJudgedOnly(String asked) {
        return asked.equals(POISSON) || asked.equals(TWO_PART);
    }

    private static Outcome outcome(Span span, String asked, Trial.Result result) {
        return new Outcome(span.origin(), span.days(), asked, null, result, List.of());
    }

    private static Trial.Result purchases(List<Scored.Cell> days, List<Scored.Cell> spend) {
        Calibration calibration = new Calibration();
        days.forEach(cell -> calibration.add(poisson(cell.days()), cell.laterDays(), cell.customers()));
        return Trial.result(
                repeats(days),
                cells(days, Scored.Cell::days, Scored.Cell::laterDays),
                repeats(spend),
                cells(spend, Scored.Cell::fen, Scored.Cell::laterFen),
                calibration,
                null);
    }

    private static Trial.Result spend(List<Scored.Cell> cells) {
        double customers = cells.stream().mapToDouble(Scored.Cell::customers).sum();
        List<ToDoubleFunction<Scored.Cell>> shares =
                List.of(Scored.Cell::brier, Scored.Cell::in50, Scored.Cell::in80, Scored.Cell::in95);
        double[] means = shares.stream()
                .mapToDouble(share -> cells.stream()
                                .mapToDouble(cell -> cell.customers() * share.applyAsDouble(cell))
                                .sum()
                        / customers)
                .toArray();
        return Trial.spendOnly(
                repeats(cells),
                cells(cells, Scored.Cell::fen, Scored.Cell::laterFen),
                new SpendScores(means[0], means[1], means[2], means[3]));
    }

    /** Probabilities of 0, 1, … as far as there is a thousandth of a percent left beyond. */
    static double[] poisson(double mean) {
        List<Double> counts = new ArrayList<>();
        double here = Math.exp(-mean);
        double sum = 0;
        for (int n = 0; n <= mean || sum < 0.99999; n++) {
            here = n == 0 ? here : here * mean / n;
            counts.add(here);
            sum += here;
        }
        return counts.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int[] repeats(List<Scored.Cell> cells) {
        return cells.stream().mapToInt(Scored.Cell::repeats).toArray();
    }

    private static Cell[] cells(
            List<Scored.Cell> cells, ToDoubleFunction<Scored.Cell> predicted, ToDoubleFunction<Scored.Cell> actual) {
        return cells.stream()
                .map(cell -> new Cell(cell.customers(), predicted.applyAsDouble(cell), actual.applyAsDouble(cell)))
                .toArray(Cell[]::new);
    }
}
