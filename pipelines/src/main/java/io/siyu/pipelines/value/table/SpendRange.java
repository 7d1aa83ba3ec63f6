package io.siyu.pipelines.value.table;

/**
 * The distribution of what a customer will have spent. The sum of n purchase days to come is beta prime, with p·n and p·days + q, in
 * units of {@code γ + spent} (Gamma–Gamma, Fader and Hardie 2013); over n it is mixed with the distribution of purchase days. In that
 * unit it is the same for all customers of one history.
 */
final class SpendRange {
    /** Of a probability: purchase days that are rarer do not matter. Of a value: a ten thousandth of a fen or so. */
    private static final double LEAST = 1e-6;

    private static final double MOST = 1e9;
    private static final int LOOKS = 200;

    /** A value is found to one part in a million: of ten thousand yuan, to a fen. */
    private static final double EXACT = 1e-6;

    private final double[] counts;
    private final BetaShare[] sums;
    private final double start;

    /**
     * @param counts probabilities of 0, 1, … purchase days to come
     * @param p shape of a purchase
     * @param known p·days + q of the history
     */
    SpendRange(double[] counts, double p, double known) {
        this.counts = counts;
        this.sums = new BetaShare[counts.length];
        double days = 0;
        for (int n = 1; n < counts.length; n++) {
            days += n * counts[n];
            if (counts[n] > LEAST) {
                sums[n] = new BetaShare(p * n, known);
            }
        }
        this.start = Math.log(p * Math.max(days, 1) / known);
    }

    /**
     * The value, in units of {@code γ + spent}, that is not passed with this probability; 0 when nothing may be bought at all. By
     * Newton's steps in its logarithm, and by halves where such a step would leave what is known to hold it.
     */
    double quantile(double level) {
        if (counts[0] >= level) {
            return 0;
        }
        double low = Math.log(LEAST);
        double high = Math.log(MOST);
        double log = Math.max(low, Math.min(high, start));
        for (int look = 0; look < LOOKS && high - low > EXACT; look++) {
            At at = at(log);
            double next = log - (at.below - level) / at.slope;
            if (at.below < level) {
                low = log;
            } else {
                high = log;
            }
            if (Math.abs(next - log) < EXACT) {
                return Math.exp(next);
            }
            log = next > low && next < high ? next : (low + high) / 2;
        }
        return Math.exp(high);
    }

    /** Probability of spending less, and how fast it grows with the value's logarithm. */
    private record At(double below, double slope) {}

    /** Purchase days beyond all that matter count as more. */
    private At at(double log) {
        double logRest = -Math.log1p(Math.exp(log));
        double x = Math.exp(log + logRest);
        double below = counts[0];
        double slope = 0;
        for (int n = 1; n < counts.length; n++) {
            BetaShare sum = sums[n];
            if (sum != null) {
                double own = sum.slope(log + logRest, logRest);
                below += counts[n] * sum.below(x, own);
                slope += counts[n] * own;
            }
        }
        return new At(below, slope);
    }
}
