package io.siyu.pipelines.value.model;

import java.util.Arrays;

/**
 * What a model says of one history: with probability {@code alive} the customer is still there, and then goes on as {@code later} says.
 *
 * @param alive probability of not having left for good
 * @param later what his history has taught of a customer who is still there; times begin where the history ends
 */
public record Outlook(double alive, OrderModel later) {
    private static final double LEFT = 1e-5;
    private static final double MOST = 1e5;

    /** Expected purchase days within the horizon; grows with it. */
    public double expected(double horizon) {
        return alive * later.expected(horizon);
    }

    /** Probabilities of 0, 1, … {@code most} purchase days within the horizon. */
    public double[] counts(double horizon, int most) {
        double[] at = later.counts(horizon, most);
        for (int n = 0; n <= most; n++) {
            at[n] = alive * at[n] + (n == 0 ? 1 - alive : 0);
        }
        return at;
    }

    /** The same, as far as less than a thousandth of a percent is left beyond. */
    public double[] counts(double horizon) {
        int most = 15 + (int) Math.min(MOST, 2 * expected(horizon));
        double[] counts = counts(horizon, most);
        while (Arrays.stream(counts).sum() < 1 - LEFT && most < MOST) {
            most *= 2;
            counts = counts(horizon, most);
        }
        return counts;
    }
}
