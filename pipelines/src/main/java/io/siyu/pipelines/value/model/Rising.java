package io.siyu.pipelines.value.model;

/**
 * Rising factorials Γ(base + n) / Γ(base) for whole n, as sums of logarithms: no gamma function, no cancellation when the base is
 * huge.
 */
final class Rising {
    private final double[] log;
    private final double[] slope;

    /** @param most the largest n asked for */
    Rising(double base, int most) {
        log = new double[most + 1];
        slope = new double[most + 1];
        for (int j = 0; j < most; j++) {
            log[j + 1] = log[j] + Math.log(base + j);
            slope[j + 1] = slope[j] + 1 / (base + j);
        }
    }

    double log(int n) {
        return log[n];
    }

    /** The derivative of {@link #log} in the base. */
    double slope(int n) {
        return slope[n];
    }
}
