package io.siyu.pipelines.value;

import io.siyu.pipelines.value.backtest.Calibration;
import io.siyu.pipelines.value.log.Covariates;
import io.siyu.pipelines.value.log.Split;
import io.siyu.pipelines.value.log.Split.Person;
import io.siyu.pipelines.value.model.Choice;
import io.siyu.pipelines.value.model.Family;
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
 * @param models of orders
 * @param spend empty when fewer than {@link #LEAST_SPENDERS} customers have spend that counts
 * @param predictions in the order of the customers
 */
public record Valuation(Split split, OrderModels models, Optional<SpendFit> spend, List<Prediction> predictions) {
    /** With fewer a model of spend says nothing. */
    public static final int LEAST_SPENDERS = 20;

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    /** Customers whom nothing tells apart. */
    private record Alike(List<Double> traits, History history) {}

    /** Fits a family, or NBD where leaving is not identified, and a model of spend, and predicts the days held out. */
    public static Valuation of(Split split, Family family) {
        return of(split, family, Optional.empty());
    }

    /** The same with what is known of each customer; where its likelihood has no maximum, it is left out. */
    public static Valuation of(Split split, Family family, Optional<Covariates> covariates) {
        OrderModels models = OrderModels.of(split, family, covariates);
        SpendCells spends = split.spends();
        Optional<SpendFit> spend =
                spends.customers() < LEAST_SPENDERS ? Optional.empty() : Optional.of(SpendFit.of(spends));
        Map<Alike, Prediction> known = new HashMap<>();
        List<Prediction> predictions = new ArrayList<>();
        OrderModels.ByTraits each = models.byTraits();
        for (Person person : split.persons()) {
            Prediction orders = known.computeIfAbsent(
                    new Alike(models.traits(person), person.history()),
                    any -> orders(person, each.of(person), models.choice().hasChurn(), split.horizon()));
            double perOrder = perOrder(person, spend, spends.mean());
            predictions.add(new Prediction(
                    person,
                    orders.alive(),
                    orders.orders(),
                    orders.low(),
                    orders.high(),
                    perOrder,
                    orders.orders() * perOrder));
        }
        return new Valuation(split, models, spend, List.copyOf(predictions));
    }

    /** What is published of all customers as if they were alike, and why. */
    public Choice choice() {
        return models.choice();
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
        boolean usable = spend.isPresent() && spend.get().model().hasMean();
        GammaGamma day = usable
                ? spend.get().model()
                : new GammaGamma(1, 2, split.spends().mean());
        List<Double> mean = models.mean(split.persons());
        TotalSum sum = new TotalSum(
                models.moments(mean, mean), day, usable ? spend.get().logCovariance() : List.of(), split.horizon());
        Map<List<Double>, OrderMoments> known = new HashMap<>();
        for (Person person : split.persons()) {
            int days = person.counted();
            double spent = days * person.mean();
            OrderMoments own = known.computeIfAbsent(models.traits(person), traits -> models.moments(traits, mean));
            sum.add(own, person.history(), 1, days, spent, spent * spent, 1);
        }
        return sum;
    }

    private static double perOrder(Person person, Optional<SpendFit> spend, double pooled) {
        boolean spent = person.mean() > 0;
        if (spend.isEmpty() || (!spent && !spend.get().model().hasMean())) {
            return pooled;
        }
        GammaGamma model = spend.get().model();
        return spent ? model.mean(new Spend(person.counted(), person.mean())) : model.mean();
    }
}
