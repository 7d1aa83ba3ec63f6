package io.siyu.pipelines.value.model;

import org.apache.commons.math3.special.Beta;

/** How many events fall into a time when their rate is a gamma mixture: shape r, rate α; z is time / (α + time). */
final class NegativeBinomial {
    /** A logarithm below which a probability has lost digits. */
    private static final double SMALLEST = -700;

    private final double r;
    private final double z;

    NegativeBinomial(double r, double alpha, double time) {
        this.r = r;
        this.z = time / (alpha + time);
    }

    /** Probabilities of 0 to {@code most} events. */
    double[] upTo(int most) {
        double[] at = new double[most + 1];
        double none = r * Math.log1p(-z);
        if (none < SMALLEST) {
            return byLogarithms(at, none);
        }
        at[0] = Math.exp(none);
        for (int n = 0; n < most; n++) {
            at[n + 1] = at[n] * ((r + n) / (n + 1)) * z;
        }
        return at;
    }

    /** The same where the first probabilities are none that a double can hold. */
    private double[] byLogarithms(double[] at, double none) {
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
