package io.siyu.pipelines.value.total;

import io.siyu.pipelines.value.model.GammaGamma;
import io.siyu.pipelines.value.model.History;
import io.siyu.pipelines.value.total.OrderMoments.Moment;
import java.util.List;

/**
 * Adds customers up to a total of purchase days and one of spend, each with the variance that chance gives it, customer by customer, and
 * that which the errors of the parameters give it, which is the same for all customers and does not fade with their number.
 *
 * <p>A purchase day comes to {@code p (γ + spent) / (a - 1)} with {@code a = p days + q}; the sum of n of them to come is beta prime, with
 * {@code p n} and a, in units of {@code γ + spent} (Fader and Hardie 2013).
 */
public final class TotalSum {
    /** A customer's spend has a variance only where a is above 2; there and close above, a is taken to be so far from 2. */
    private static final double LEAST = 0.5;

    private final OrderMoments all;
    private final GammaGamma day;
    private final List<List<Double>> dayCovariance;
    private final double horizon;
    private final double[] slopes;
    private final double[] spendSlopes;
    private final double[] daySlopes = new double[3];
    private double customers;
    private double orders;
    private double orderChance;
    private double spend;
    private double spendChance;

    /**
     * @param all the model of orders of all customers, whose parameters' errors count
     * @param day of spend, in fen or the money of the log
     * @param dayCovariance of the logarithms of p, q and γ; empty when they have no errors
     * @param horizon in weeks of the model's clock
     */
    public TotalSum(OrderMoments all, GammaGamma day, List<List<Double>> dayCovariance, double horizon) {
        this.all = all;
        this.day = day;
        this.dayCovariance = dayCovariance;
        this.horizon = horizon;
        this.slopes = new double[all.size()];
        this.spendSlopes = new double[all.size()];
    }

    /** Adds customers of one history, of whom the model of all holds. */
    public void add(History history, double count, int days, double spent, double spentSquare) {
        add(all, history, count, days, spent, spentSquare, 1);
    }

    /**
     * Adds customers of one history.
     *
     * @param model that holds of them: that of all, or with another α
     * @param days purchase days that their spend was counted on
     * @param spent what they have spent, all together
     * @param spentSquare the sum of the squares of what each has spent
     * @param basket how large the purchases to come are, by those that were counted
     */
    public void add(
            OrderMoments model,
            History history,
            double count,
            int days,
            double spent,
            double spentSquare,
            double basket) {
        Moment n = model.at(history, horizon);
        double p = day.p();
        double a = p * days + day.q();
        double unit = basket * (count * day.gamma() + spent);
        double unitSquare =
                basket * basket * (count * day.gamma() * day.gamma() + 2 * day.gamma() * spent + spentSquare);
        double each = p / (a - 1);
        customers += count;
        orders += count * n.expected();
        orderChance += count * (n.square() - n.expected() * n.expected());
        spend += n.expected() * each * unit;
        double square = (p * n.expected() + p * p * n.square()) / ((a - 1) * Math.max(a - 2, LEAST));
        spendChance += unitSquare * Math.max(0, square - Math.pow(n.expected() * each, 2));
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] += count * n.slopes()[i];
            spendSlopes[i] += n.slopes()[i] * each * unit;
        }
        daySlopes[0] += n.expected() * unit * p * (day.q() - 1) / ((a - 1) * (a - 1));
        daySlopes[1] -= n.expected() * unit * p * day.q() / ((a - 1) * (a - 1));
        daySlopes[2] += n.expected() * each * basket * count * day.gamma();
    }

    /** How many customers were added. */
    public double customers() {
        return customers;
    }

    /** Purchase days. */
    public Total orders() {
        return new Total(orders, orderChance, all.variance(slopes));
    }

    /** Net spend. */
    public Total spend() {
        double fit = all.variance(spendSlopes) + OrderMoments.variance(daySlopes, dayCovariance);
        return new Total(spend, spendChance, fit);
    }
}
