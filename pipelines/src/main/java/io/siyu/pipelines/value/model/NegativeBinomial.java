package io.siyu.pipelines.value.model;

import org.apache.commons.math3.special.Beta;

/** How many events fall into a time when their rate is a gamma mixture: shape r, rate α; z is time / (α + time). */
final class NegativeBinomial {
    private final double r;
    private final double z;

    NegativeBinomial(double r, double alpha, double time) {
        this.r = r;
        this.z = time / (alpha + time);
    }

    /** Probabilities of 0 to {@code most} events. */
    double[] upTo(int most) {
        double[] at = new double[most + 1];
        double log = r * Math.log1p(-z);
        for (int n = 0; n <= most; n++) {
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
