package io.siyu.pipelines.value.total;

import io.siyu.pipelines.value.model.Family;
import io.siyu.pipelines.value.model.History;
import io.siyu.pipelines.value.model.OrderModel;
import io.siyu.pipelines.value.model.Outlook;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a fitted model of orders says of a history within a horizon, and how that moves with its parameters. */
public final class OrderMoments {
    /** Of the logarithm of a parameter, to either side. */
    private static final double STEP = 1e-4;

    private final OrderModel model;
    private final List<OrderModel> up = new ArrayList<>();
    private final List<OrderModel> down = new ArrayList<>();
    private final List<List<Double>> covariance;
    private final TreeMap<History, TreeMap<Double, Moment>> known = new TreeMap<>();

    /**
     * @param parameters of the family
     * @param logCovariance of their logarithms; empty when they have no errors, which then count as none
     */
    public OrderMoments(Family family, List<Double> parameters, List<List<Double>> logCovariance) {
        this.model = model(family, parameters, -1, 0);
        this.covariance = logCovariance;
        for (int i = 0; i < logCovariance.size(); i++) {
            up.add(model(family, parameters, i, STEP));
            down.add(model(family, parameters, i, -STEP));
        }
    }

    /**
     * What is said of one customer.
     *
     * @param counts probabilities of 0, 1, … purchase days, see {@link OrderModel#counts(History, double)}
     * @param expected purchase days
     * @param square expected square of the purchase days
     * @param slopes of {@code expected}, along the logarithms of the parameters
     */
    public record Moment(double[] counts, double expected, double square, double[] slopes) {}

    /** How many logarithms the slopes are along. */
    int size() {
        return covariance.size();
    }

    /** Of a customer with this history, within so many weeks; computed once. */
    public Moment at(History history, double horizon) {
        return known.computeIfAbsent(history, any -> new TreeMap<>())
                .computeIfAbsent(horizon, any -> moment(history, horizon));
    }

    /** What the model says of a customer with this history. */
    public Outlook outlook(History history) {
        return model.outlook(history);
    }

    /** Variance of what has these slopes along the logarithms of the parameters. */
    double variance(double[] slopes) {
        return variance(slopes, covariance);
    }

    static double variance(double[] slopes, List<List<Double>> covariance) {
        double sum = 0;
        for (int i = 0; i < covariance.size(); i++) {
            for (int j = 0; j < covariance.size(); j++) {
                sum += slopes[i] * covariance.get(i).get(j) * slopes[j];
            }
        }
        return Math.max(0, sum);
    }

    private Moment moment(History history, double horizon) {
        Outlook outlook = model.outlook(history);
        double[] counts = outlook.counts(horizon);
        double square = 0;
        for (int n = 1; n < counts.length; n++) {
            square += (double) n * n * counts[n];
        }
        double[] slopes = new double[up.size()];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (up.get(i).expected(history, horizon) - down.get(i).expected(history, horizon)) / (2 * STEP);
        }
        double expected = outlook.expected(horizon);
        return new Moment(counts, expected, Math.max(square, expected * expected), slopes);
    }

    private static OrderModel model(Family family, List<Double> parameters, int which, double step) {
        double[] at = new double[parameters.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = parameters.get(i) * (i == which ? Math.exp(step) : 1);
        }
        return family.model(at);
    }
}
