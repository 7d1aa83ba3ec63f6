package io.siyu.pipelines.identity.link;

/**
 * What the pairs across two groups say together, in bits: the prior once, and of each comparison the power mean, with exponent 1/4, of how
 * much likelier the pairs' agreement is for one person than for strangers. A pair in which a value is missing says nothing about it.
 *
 * <p>An agreement that one pair in n has thus weighs 4 log2 n bits less than one that all have: a slip of the pen costs little, and one
 * lucky pair does not hold two groups together. Strangers reach w bits at most one time in 2^w, as with a single pair: the mean of likelihood
 * ratios is one where they are wrong on average, whatever ties the pairs to each other, and a power mean below 1 is never above
 * it (Vovk and Wang, E-values: calibration, combination and applications, Annals of Statistics 49, 2021).
 */
final class GroupWeights {
    private static final double POWER = 0.25;

    private static final double LOG_2 = Math.log(2);

    private final double prior;
    private final double[][][] sums;
    private final int[][][] pairs;

    /** @param prior bits before anything is compared */
    GroupWeights(int records, int comparisons, double prior) {
        this.prior = prior;
        this.sums = new double[comparisons][records][records];
        this.pairs = new int[comparisons][records][records];
    }

    /** Two records agree at a comparison so that it adds these bits. */
    void put(int a, int b, int comparison, double bits) {
        double powered = Math.pow(2, POWER * bits);
        sums[comparison][a][b] = powered;
        sums[comparison][b][a] = powered;
        pairs[comparison][a][b] = 1;
        pairs[comparison][b][a] = 1;
    }

    /** Bits of two groups, each named by a record of it. */
    double bits(int a, int b) {
        double bits = prior;
        for (int comparison = 0; comparison < sums.length; comparison++) {
            int seen = pairs[comparison][a][b];
            if (seen > 0) {
                bits += Math.log(sums[comparison][a][b] / seen) / LOG_2 / POWER;
            }
        }
        return bits;
    }

    /** The pairs of one group become the other's too. */
    void join(int into, int from) {
        for (int comparison = 0; comparison < sums.length; comparison++) {
            double[][] sum = sums[comparison];
            int[][] seen = pairs[comparison];
            for (int other = 0; other < sum.length; other++) {
                sum[into][other] += sum[from][other];
                sum[other][into] = sum[into][other];
                seen[into][other] += seen[from][other];
                seen[other][into] = seen[into][other];
            }
        }
    }
}
