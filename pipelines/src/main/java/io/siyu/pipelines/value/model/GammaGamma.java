package io.siyu.pipelines.value.model;

/**
 * The Gamma–Gamma model of spend (Fader and Hardie 2013): values of a customer's purchases are gamma with shape p, their rate is gamma
 * over customers with shape q and rate γ.
 *
 * @param gamma in the unit of money of the cells
 */
public record GammaGamma(double p, double q, double gamma) {
    /** Below this the mean over customers does not exist, or hangs on the largest purchase ever made. */
    private static final double LEAST_Q = 1.05;

    /** Whether the mean over all customers exists, which is what a customer without a purchase that counts is given. */
    public boolean hasMean() {
        return q > LEAST_Q;
    }

    /** Expected value of a purchase of a customer of whom nothing is known; needs {@link #hasMean()}. */
    public double mean() {
        return p * gamma / (q - 1);
    }

    /** Expected value of a purchase of a customer: his own mean, drawn towards that of all the more, the fewer purchases he made. */
    public double mean(SpendCells.Spend spend) {
        return p * (gamma + spend.purchases() * spend.mean()) / (p * spend.purchases() + q - 1);
    }

    /** How much of {@link #mean(SpendCells.Spend)} is the mean of all customers and not his own, 0 to 1; needs {@link #hasMean()}. */
    public double priorShare(int purchases) {
        return (q - 1) / (p * purchases + q - 1);
    }
}
