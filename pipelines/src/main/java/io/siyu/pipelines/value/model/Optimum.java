package io.siyu.pipelines.value.model;

import java.util.Arrays;
import java.util.List;

/**
 * Where a fit ended.
 *
 * @param value the log-likelihood there
 * @param steepest the largest derivative there, in absolute value and per observation
 * @param covariance of θ, from the Hessian; empty when θ is no strict maximum, and errors mean nothing
 * @param evaluations of the likelihood with its slopes, all starts together
 */
record Optimum(double[] theta, double value, double steepest, double[][] covariance, int evaluations) {
    /** A derivative that counts as none, per observation. */
    static final double FLAT = 1e-8;

    boolean isStrict() {
        return covariance.length > 0 && steepest < FLAT;
    }

    /** The covariance of θ, empty when θ is no strict maximum. */
    List<List<Double>> logCovariance() {
        return isStrict()
                ? Arrays.stream(covariance)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList()
                : List.of();
    }
}
