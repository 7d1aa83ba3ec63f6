package io.siyu.pipelines.value.boost;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Spend that is nothing, or else log-normal (ZILN): Wang, Liu and Miao, <em>A Deep Probabilistic Model for Customer Lifetime Value
 * Prediction</em>, 2019, arXiv 1912.07753.
 *
 * @param some probability of any spend
 * @param mu mean of its logarithm
 * @param sigma deviation of its logarithm
 */
record ZeroInflatedLogNormal(double some, double mu, double sigma) {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /** p·exp(μ + σ²/2). */
    double mean() {
        return some * Math.exp(mu + sigma * sigma / 2);
    }

    /** The least spend that is not exceeded with this probability, above 0 and below 1. */
    double quantile(double level) {
        double rest = level - (1 - some);
        return rest <= 0 ? 0 : Math.exp(mu + sigma * NORMAL.inverseCumulativeProbability(rest / some));
    }

    /** Whether the central interval of a level has a spend in it; spend below 0 counts as nothing. */
    boolean holds(double level, double spend) {
        double actual = Math.max(0, spend);
        return quantile((1 - level) / 2) <= actual && actual <= quantile((1 + level) / 2);
    }
}
