package io.siyu.pipelines.value.model;

/**
 * What a fitted model says of purchase days to come. Times are in the unit of the histories it was fitted on; a horizon begins where
 * the history ends.
 */
public interface OrderModel {
    /** Probability that a customer with this history has not left for good. */
    double alive(History history);

    /** Expected purchase days of a new customer within {@code time} after the first one, which does not count. */
    double expected(double time);

    /** The model of a customer with this history who is still there; its times begin where the history ends. */
    OrderModel after(History history);

    /** All that it says of a history. */
    default Outlook outlook(History history) {
        return new Outlook(alive(history), after(history));
    }

    /** {@link Outlook#expected}; whoever asks more of one history asks its outlook. */
    default double expected(History history, double horizon) {
        return outlook(history).expected(horizon);
    }

    /** Probabilities that a new customer buys on 0, 1, … {@code most} days within {@code time} after the first one. */
    double[] counts(double time, int most);

    /**
     * Probabilities that a customer with this history buys on 0, 1, … {@code most} days within the horizon: a customer still there
     * begins again with what his history has taught, so that this has a closed form.
     */
    default double[] counts(History history, double horizon, int most) {
        return outlook(history).counts(horizon, most);
    }

    /**
     * Expected purchase days, each discounted continuously from the day it is expected at.
     *
     * @param rate per unit of time, not per year: ln(1.1)/52 is 10 % a year when the unit is a week
     */
    default double discounted(History history, double horizon, double rate) {
        Outlook outlook = outlook(history);
        double sum = Math.exp(-rate * horizon) * outlook.expected(horizon);
        for (int i = 0; i < Legendre.FINE.size(); i++) {
            double at = horizon * Legendre.FINE.point(i);
            sum += horizon * Legendre.FINE.weight(i) * rate * Math.exp(-rate * at) * outlook.expected(at);
        }
        return sum;
    }
}
