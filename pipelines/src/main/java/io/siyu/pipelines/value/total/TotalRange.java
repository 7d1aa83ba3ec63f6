package io.siyu.pipelines.value.total;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The distribution of a total to come: its logarithm is Student's t about that of what is expected.
 *
 * @param expected its median
 * @param spread of the logarithm
 * @param freedom degrees of freedom
 */
public record TotalRange(double expected, double spread, double freedom) {
    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    /** Where the central interval of 80 % begins. */
    public double low() {
        return quantile(LOW);
    }

    /** Where it ends. */
    public double high() {
        return quantile(HIGH);
    }

    /** Whether the central interval of 80 % holds what came true. */
    public boolean holds(double actual) {
        double rank = rank(actual);
        return rank >= LOW && rank <= HIGH;
    }

    /** The value that is not passed with this probability. */
    public double quantile(double level) {
        return expected <= 0 ? 0 : expected * Math.exp(spread * t().inverseCumulativeProbability(level));
    }

    /** The probability of less than came true: within a central interval of 80 % when from 0.1 to 0.9. */
    public double rank(double actual) {
        if (expected <= 0 || actual <= 0) {
            return actual > expected ? 1 : actual < expected ? 0 : 0.5;
        }
        return t().cumulativeProbability(Math.log(actual / expected) / spread);
    }

    private TDistribution t() {
        return new TDistribution(null, freedom);
    }
}
