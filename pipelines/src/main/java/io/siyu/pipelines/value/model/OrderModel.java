package io.siyu.pipelines.value.model;

import java.util.Arrays;

/**
 * What a fitted model says of purchase days to come. Times are in the unit of the histories it was fitted on; a horizon begins where
 * the history ends.
 */
public interface OrderModel {
    /** Probability that a customer with this history has not left for good. */
    double alive(History history);

    /** Expected purchase days of a new customer within {@code time} after the first one, which does not count. */
    double expected(double time);

    /** Expected purchase days of a customer with this history within the horizon; grows with it. */
    double expected(History history, double horizon);

    /** Probabilities that a new customer buys on 0, 1, … {@code most} days within {@code time} after the first one. */
    double[] counts(double time, int most);

    /**
     * Probabilities that a customer with this history buys on 0, 1, … {@code most} days within the horizon: a customer still there
     * begins again with what his history has taught, so that this has a closed form.
     */
    double[] counts(History history, double horizon, int most);

    /** The same, as far as less than a thousandth of a percent is left beyond. */
    default double[] counts(History history, double horizon) {
        int most = 15 + (int) Math.min(1e5, 2 * expected(history, horizon));
        double[] counts = counts(history, horizon, most);
        while (Arrays.stream(counts).sum() < 0.99999 && most < 1e5) {
            most *= 2;
            counts = counts(history, horizon, most);
        }
        return counts;
    }

    /**
     * Expected purchase days, each discounted continuously from the day it is expected at.
     *
     * @param rate per unit of time, not per year: ln(1.1)/52 is 10 % a year when the unit is a week
     */
    default double discounted(History history, double horizon, double rate) {
        double sum = Math.exp(-rate * horizon) * expected(history, horizon);
        for (int i = 0; i < Legendre.FINE.size(); i++) {
            double at = horizon * Legendre.FINE.point(i);
            sum += horizon * Legendre.FINE.weight(i) * rate * Math.exp(-rate * at) * expected(history, at);
        }
        return sum;
    }
}
