package io.siyu.pipelines.value.table;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.apache.commons.math3.special.Beta;

/**
 * The distribution of what a customer will have spent. The sum of n purchase days to come is beta prime, with p·n and p·days + q, in
 * units of {@code γ + spent} (Gamma–Gamma, Fader and Hardie 2013); over n it is mixed with the distribution of purchase days. In that
 * unit it is the same for all customers of one history.
 *
 * @param counts probabilities of 0, 1, … purchase days to come
 * @param p shape of a purchase
 * @param known p·days + q of the history
 */
record SpendRange(double[] counts, double p, double known) {
    private static final double LEAST = 1e-6;
    private static final double MOST = 1e9;
    private static final double STRIDE = 8;
    private static final int LOOKS = 100;

    /** A value is found to one part in a million: of ten thousand yuan, to a fen. */
    private static final double EXACT = 1e-6;

    private static final int ORDER = 5;

    /** The value, in units of {@code γ + spent}, that is not passed with this probability; 0 when nothing may be bought at all. */
    double quantile(double level) {
        if (counts[0] >= level) {
            return 0;
        }
        double low = LEAST;
        double high = LEAST;
        while (high < MOST && below(high) < level) {
            low = high;
            high = high == LEAST ? 1 / STRIDE : high * STRIDE;
        }
        if (high == LEAST || high >= MOST) {
            return high;
        }
        UnivariateFunction off = log -> below(Math.exp(log)) - level;
        double found =
                new BracketingNthOrderBrentSolver(0, EXACT, ORDER).solve(LOOKS, off, Math.log(low), Math.log(high));
        return Math.exp(found);
    }

    /** Probability of spending less; purchase days beyond all that matter count as more. */
    private double below(double value) {
        double sum = counts[0];
        double share = value / (1 + value);
        for (int n = 1; n < counts.length; n++) {
            sum += counts[n] > LEAST ? counts[n] * Beta.regularizedBeta(share, p * n, known, 1e-9) : 0;
        }
        return sum;
    }
}
