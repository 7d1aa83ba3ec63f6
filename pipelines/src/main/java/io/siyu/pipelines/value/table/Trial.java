package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.backtest.Calibration;
import io.siyu.pipelines.value.backtest.WeightedAccuracy;
import io.siyu.pipelines.value.backtest.WeightedAccuracy.Cell;
import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.History;
import io.siyu.pipelines.value.model.SpendCells;
import io.siyu.pipelines.value.model.SpendCells.Spend;
import io.siyu.pipelines.value.total.OrderMoments;
import io.siyu.pipelines.value.total.Total;
import io.siyu.pipelines.value.total.TotalSum;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One origin of the back-test and one span of days after it: models that saw the histories are held to what came in those days.
 *
 * @param weeks the days held out, in weeks of the clock that the histories are told by
 * @param seen counted customers, in a fixed order
 */
record Trial(double weeks, List<Seen> seen) {
    /** Customers of one history and cohort; money in fen, a customer's mean. */
    record Seen(Cohort cohort, History history, double customers, double spend, double laterDays, double laterSpend) {}

    /** A part of the customers, or of what was predicted for them, and what came true. */
    record Part(String slice, int bin, Cell cell) {}

    /**
     * How one model did.
     *
     * @param orders null for a model of spend alone
     * @param orderCalibration null for a model without distributions
     * @param orderTotal of all customers; null for a model without errors of its parameters
     * @param spendTotal likewise
     * @param spendScores null for a model without a distribution of spend
     */
    record Result(
            @Nullable WeightedAccuracy orders,
            WeightedAccuracy spend,
            @Nullable Calibration orderCalibration,
            @Nullable Total orderTotal,
            @Nullable Total spendTotal,
            @Nullable SpendScores spendScores,
            List<Part> orderParts,
            List<Part> spendParts) {}

    /**
     * A model of orders and one of spend, both fitted to histories of this origin.
     *
     * @param basket how large later baskets are, by those that spend was fitted to
     */
    Result of(PacedFit fit, SpendRule spend, BasketShare basket) {
        PacedFit.Moments model = fit.moments();
        TotalSum sum = new TotalSum(model.all(), spend.model(), spend.logCovariance(), weeks);
        Calibration calibration = new Calibration();
        for (Seen one : seen) {
            OrderMoments own = model.of(one.cohort);
            calibration.add(own.at(one.history, weeks).counts(), (int) Math.round(one.laterDays), one.customers);
            double spent = Math.max(0, one.spend);
            sum.add(
                    own,
                    one.history,
                    one.customers,
                    one.history.x() + 1,
                    one.customers * spent,
                    one.customers * spent * spent,
                    basket.of(own, one.history));
        }
        return result(
                one -> model.of(one.cohort).at(one.history, weeks).expected(),
                one -> spend.perDay(one.history.x() + 1, one.spend) * basket.of(model.of(one.cohort), one.history),
                calibration,
                sum);
    }

    /** Everyone goes on as he was: x·h/T purchase days, of his own mean. */
    Result naive() {
        return result(
                one -> one.history.age() == 0 ? 0 : one.history.x() * weeks / one.history.age(),
                one -> Math.max(0, one.spend) / (one.history.x() + 1),
                null,
                null);
    }

    private Result result(
            ToDoubleFunction<Seen> orders,
            ToDoubleFunction<Seen> perDay,
            @Nullable Calibration calibration,
            @Nullable TotalSum sum) {
        Cell[] orderCells = seen.stream()
                .map(one -> new Cell(one.customers, orders.applyAsDouble(one), one.laterDays))
                .toArray(Cell[]::new);
        Cell[] spendCells = seen.stream()
                .map(one ->
                        new Cell(one.customers, orders.applyAsDouble(one) * perDay.applyAsDouble(one), one.laterSpend))
                .toArray(Cell[]::new);
        int[] repeats = seen.stream().mapToInt(one -> one.history.x()).toArray();
        return result(repeats, orderCells, repeats, spendCells, calibration, sum);
    }

    /**
     * What was predicted, held to what came.
     *
     * @param orderRepeats of the customers of each cell of orders; likewise of spend
     * @param sum of all customers; null for a model without errors of its parameters
     */
    static Result result(
            int[] orderRepeats,
            Cell[] orderCells,
            int[] spendRepeats,
            Cell[] spendCells,
            @Nullable Calibration calibration,
            @Nullable TotalSum sum) {
        List<Part> orderParts = TrialParts.of(orderRepeats, orderCells);
        if (calibration != null) {
            double[] pit = calibration.pit();
            double customers = calibration.customers();
            for (int i = 0; i < pit.length; i++) {
                orderParts.add(new Part("pit", i + 1, new Cell(customers, 1.0 / pit.length, pit[i])));
            }
        }
        return new Result(
                WeightedAccuracy.of(orderCells),
                WeightedAccuracy.of(spendCells),
                calibration,
                sum == null ? null : sum.orders(),
                sum == null ? null : sum.spend(),
                null,
                orderParts,
                TrialParts.of(spendRepeats, spendCells));
    }

    /** The same for a model that says nothing of purchase days. */
    static Result spendOnly(int[] repeats, Cell[] spendCells, SpendScores scores) {
        return new Result(
                null,
                WeightedAccuracy.of(spendCells),
                null,
                null,
                null,
                scores,
                List.of(),
                TrialParts.of(repeats, spendCells));
    }

    Cells cells() {
        return cells(seen);
    }

    Map<Cohort, Cells> cohorts() {
        Map<Cohort, Cells> cohorts = new TreeMap<>();
        seen.stream()
                .collect(Collectors.groupingBy(Seen::cohort))
                .forEach((cohort, own) -> cohorts.put(cohort, cells(own)));
        return cohorts;
    }

    private static Cells cells(List<Seen> seen) {
        TreeMap<History, Double> counts = new TreeMap<>();
        seen.forEach(one -> counts.merge(one.history, one.customers, Double::sum));
        return Cells.of(counts);
    }

    SpendCells spends() {
        TreeMap<Spend, Double> counts = new TreeMap<>();
        seen.stream().filter(one -> one.spend > 0).forEach(one -> {
            int bought = one.history.x() + 1;
            counts.merge(new Spend(bought, one.spend / bought), one.customers, Double::sum);
        });
        return SpendCells.of(counts);
    }
}
