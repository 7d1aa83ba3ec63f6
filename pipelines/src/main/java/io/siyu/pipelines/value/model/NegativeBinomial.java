package io.siyu.pipelines.value.model;

import org.apache.commons.math3.special.Beta;

/**
 * How many events fall into a time when their rate is a gamma mixture: shape r, rate α; z is time / (α + time). Logarithms are of
 * sums that are at least 1, so that {@code log}, which the JVM compiles, is as good as {@code log1p}, which it does not.
 */
final class NegativeBinomial {
    /** A logarithm below which a probability has lost digits. */
    private static final double SMALLEST = -700;

    private final double r;
    private final double z;
    private final double none;

    NegativeBinomial(double r, double alpha, double time) {
        this.r = r;
        this.z = time / (alpha + time);
        this.none = -r * Math.log(1 + time / alpha);
    }

    /** Probabilities of 0 to {@code most} events. */
    double[] upTo(int most) {
        double[] at = new double[most + 1];
        if (none < SMALLEST) {
            return byLogarithms(at);
        }
        at[0] = Math.exp(none);
        for (int n = 0; n < most; n++) {
            at[n + 1] = at[n] * ((r + n) / (n + 1)) * z;
        }
        return at;
    }

    /** The same where the first probabilities are none that a double can hold. */
    private double[] byLogarithms(double[] at) {
        double log = none;
        for (int n = 0; n < at.length; n++) {
            at[n] = Math.exp(log);
            log += Math.log((r + n) / (n + 1)) + Math.log(z);
        }
        return at;
    }

    /** Probability of n events and more. */
    double from(int n) {
        return n == 0 ? 1 : Beta.regularizedBeta(z, n, r);
    }
}
