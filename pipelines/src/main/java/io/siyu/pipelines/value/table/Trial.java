package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.Valuation;
import io.siyu.pipelines.value.backtest.Calibration;
import io.siyu.pipelines.value.backtest.WeightedAccuracy;
import io.siyu.pipelines.value.backtest.WeightedAccuracy.Cell;
import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.Family;
import io.siyu.pipelines.value.model.History;
import io.siyu.pipelines.value.model.OrderModel;
import io.siyu.pipelines.value.model.SpendCells;
import io.siyu.pipelines.value.model.SpendCells.Spend;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * One origin of the back-test: models see the histories, and are held to what came in the days after.
 *
 * @param days held out
 * @param seen counted customers, in a fixed order
 */
record Trial(int days, List<Seen> seen) {
    private static final double WEEK = 7;

    /** Customers with one history; money in fen, a customer's mean. */
    record Seen(History history, double customers, double spend, double laterDays, double laterSpend) {}

    /**
     * How one model did.
     *
     * @param coverage80 share of customers within their interval of 80 %; NaN for the naive one, which has none
     */
    record Result(String model, String reason, WeightedAccuracy orders, WeightedAccuracy spend, double coverage80) {}

    /** A family fitted to the histories, with the model of spend fitted to them. */
    Result of(Family family) {
        OrderFit fit = OrderFit.of(family, cells());
        SpendRule spend = SpendRule.of(spends());
        OrderModel model = fit.model();
        TreeMap<History, Double> expected = new TreeMap<>();
        TreeMap<History, int[]> intervals = new TreeMap<>();
        double held = 0;
        for (Seen one : seen) {
            expected.computeIfAbsent(one.history, history -> model.expected(history, days / WEEK));
            int[] interval = intervals.computeIfAbsent(one.history, history -> interval(model, history));
            held += interval[0] <= one.laterDays && one.laterDays <= interval[1] ? one.customers : 0;
        }
        ToDoubleFunction<Seen> orders = one -> expected.getOrDefault(one.history, 0.0);
        return result(
                fit.family().label(),
                fit.reason(),
                orders,
                one -> spend.perDay(one.history.x() + 1, one.spend),
                held / cells().customers());
    }

    /** Everyone goes on as he was: x·h/T purchase days, of his own mean. */
    Result naive() {
        return result(
                "naive",
                "no_model",
                one -> one.history.age() == 0 ? 0 : one.history.x() * days / (WEEK * one.history.age()),
                one -> Math.max(0, one.spend) / (one.history.x() + 1),
                Double.NaN);
    }

    private Result result(
            String model,
            String reason,
            ToDoubleFunction<Seen> orders,
            ToDoubleFunction<Seen> perDay,
            double coverage) {
        Cell[] orderCells = seen.stream()
                .map(one -> new Cell(one.customers, orders.applyAsDouble(one), one.laterDays))
                .toArray(Cell[]::new);
        Cell[] spendCells = seen.stream()
                .map(one ->
                        new Cell(one.customers, orders.applyAsDouble(one) * perDay.applyAsDouble(one), one.laterSpend))
                .toArray(Cell[]::new);
        return new Result(model, reason, WeightedAccuracy.of(orderCells), WeightedAccuracy.of(spendCells), coverage);
    }

    private int[] interval(OrderModel model, History history) {
        double[] counts = Valuation.counts(model, history, days / WEEK);
        return new int[] {Calibration.quantile(counts, 0.1), Calibration.quantile(counts, 0.9)};
    }

    private Cells cells() {
        TreeMap<History, Double> counts = new TreeMap<>();
        seen.forEach(one -> counts.merge(one.history, one.customers, Double::sum));
        return Cells.of(counts);
    }

    private SpendCells spends() {
        TreeMap<Spend, Double> counts = new TreeMap<>();
        seen.stream().filter(one -> one.spend > 0).forEach(one -> {
            int bought = one.history.x() + 1;
            counts.merge(new Spend(bought, one.spend / bought), one.customers, Double::sum);
        });
        return SpendCells.of(counts);
    }
}
