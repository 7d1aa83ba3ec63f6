package io.siyu.pipelines.value;

import io.siyu.pipelines.value.backtest.Calibration;
import io.siyu.pipelines.value.log.Split;
import io.siyu.pipelines.value.log.Split.Person;
import io.siyu.pipelines.value.model.Choice;
import io.siyu.pipelines.value.model.Family;
import io.siyu.pipelines.value.model.Fit;
import io.siyu.pipelines.value.model.GammaGamma;
import io.siyu.pipelines.value.model.History;
import io.siyu.pipelines.value.model.OrderModel;
import io.siyu.pipelines.value.model.Outlook;
import io.siyu.pipelines.value.model.SpendCells;
import io.siyu.pipelines.value.model.SpendCells.Spend;
import io.siyu.pipelines.value.model.SpendFit;
import io.siyu.pipelines.value.total.OrderMoments;
import io.siyu.pipelines.value.total.TotalSum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Customers with fitted models, and what is expected of each of them.
 *
 * @param spend empty when fewer than {@link #LEAST_REPEATERS} customers have repeat spend
 * @param predictions in the order of the customers
 */
public record Valuation(Split split, Choice choice, Optional<SpendFit> spend, List<Prediction> predictions) {
    /** With fewer a model of spend says nothing. */
    public static final int LEAST_REPEATERS = 20;

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    /** Fits a family, or NBD where leaving is not identified, and a model of spend, and predicts the days held out. */
    public static Valuation of(Split split, Family family) {
        Choice choice = Choice.of(family, split.cells());
        SpendCells spends = split.spends();
        Optional<SpendFit> spend =
                spends.customers() < LEAST_REPEATERS ? Optional.empty() : Optional.of(SpendFit.of(spends));
        Map<History, Prediction> known = new HashMap<>();
        List<Prediction> predictions = new ArrayList<>();
        OrderModel model = choice.published().model();
        for (Person person : split.persons()) {
            Prediction orders = known.computeIfAbsent(
                    person.history(), history -> orders(person, model, choice.hasChurn(), split.horizon()));
            double each = perOrder(person, spend, spends.mean());
            predictions.add(new Prediction(
                    person,
                    orders.alive(),
                    orders.orders(),
                    orders.low(),
                    orders.high(),
                    each,
                    orders.orders() * each));
        }
        return new Valuation(split, choice, spend, List.copyOf(predictions));
    }

    private static Prediction orders(Person person, OrderModel model, boolean churn, double horizon) {
        Outlook outlook = model.outlook(person.history());
        double[] counts = outlook.counts(horizon);
        return new Prediction(
                person,
                churn ? outlook.alive() : Double.NaN,
                outlook.expected(horizon),
                Calibration.quantile(counts, LOW),
                Calibration.quantile(counts, HIGH),
                0,
                0);
    }

    /** All customers together: the days held out, with what chance and the errors of the fit make of them. */
    public TotalSum total() {
        Fit fit = choice.published();
        boolean usable = spend.isPresent() && spend.get().model().hasMean();
        GammaGamma day = usable
                ? spend.get().model()
                : new GammaGamma(1, 2, split.spends().mean());
        TotalSum sum = new TotalSum(
                new OrderMoments(fit.family(), fit.parameters(), fit.logCovariance()),
                day,
                usable ? spend.get().logCovariance() : List.of(),
                split.horizon());
        for (Person person : split.persons()) {
            int days = person.history().x();
            double spent = days * person.mean();
            sum.add(person.history(), 1, days, spent, spent * spent);
        }
        return sum;
    }

    private static double perOrder(Person person, Optional<SpendFit> spend, double pooled) {
        boolean spent = person.mean() > 0;
        if (spend.isEmpty() || (!spent && !spend.get().model().hasMean())) {
            return pooled;
        }
        GammaGamma model = spend.get().model();
        return spent ? model.mean(new Spend(person.history().x(), person.mean())) : model.mean();
    }
}
