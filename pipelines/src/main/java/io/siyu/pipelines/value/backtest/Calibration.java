package io.siyu.pipelines.value.backtest;

import java.util.List;

/**
 * Whether predicted distributions of counts are honest: how often intervals held what came true, and the histogram of the probability
 * integral transform in its form for counts without chance (Czado, Gneiting and Held 2009), flat when they are.
 */
public final class Calibration {
    /** Central intervals that are counted. */
    public static final List<Double> LEVELS = List.of(0.5, 0.8, 0.95);

    private final double[] held = new double[LEVELS.size()];
    private final double[] pit = new double[10];
    private double customers;
    private double logScore;
    private double brier;

    /**
     * Adds a customer.
     *
     * @param counts probabilities of 0, 1, … purchases, up to all that matters
     */
    public void add(double[] counts, int actual) {
        add(counts, actual, 1);
    }

    /** Adds customers who are predicted alike and did alike. */
    public void add(double[] counts, int actual, double weight) {
        customers += weight;
        brier += weight * Math.pow(1 - counts[0] - (actual > 0 ? 1 : 0), 2);
        double below = 0;
        for (int n = 0; n < Math.min(actual, counts.length); n++) {
            below += counts[n];
        }
        double here = actual < counts.length ? counts[actual] : 0;
        logScore += weight * Math.log(Math.max(here, 1e-300));
        for (int i = 0; i < held.length; i++) {
            boolean inside = quantile(counts, (1 - LEVELS.get(i)) / 2) <= actual
                    && actual <= quantile(counts, (1 + LEVELS.get(i)) / 2);
            held[i] += inside ? weight : 0;
        }
        for (int bin = 0; bin < pit.length; bin++) {
            pit[bin] += weight * (share(below, here, (bin + 1) / 10.0) - share(below, here, bin / 10.0));
        }
    }

    /** The least count whose probability, with all below it, reaches the level. */
    public static int quantile(double[] counts, double level) {
        double sum = 0;
        for (int n = 0; n < counts.length; n++) {
            sum += counts[n];
            if (sum >= level) {
                return n;
            }
        }
        return counts.length;
    }

    /** How many customers were added. */
    public double customers() {
        return customers;
    }

    /** The share of customers whose interval held what came true, by {@link #LEVELS}. */
    public double[] coverage() {
        double[] shares = held.clone();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= customers;
        }
        return shares;
    }

    /** Shares of ten bins; a tenth each when predictions are honest. */
    public double[] pit() {
        double[] shares = pit.clone();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= customers;
        }
        return shares;
    }

    /** The mean logarithm of the probability that what came true had. */
    public double logScore() {
        return logScore / customers;
    }

    /** The mean square error of the probability of buying at all (Brier score), 0 to 1. */
    public double brier() {
        return brier / customers;
    }

    private static double share(double below, double here, double at) {
        return here <= 0 ? (at >= below ? 1 : 0) : Math.max(0, Math.min(1, (at - below) / here));
    }
}
