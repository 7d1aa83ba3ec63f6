package io.siyu.pipelines.sample.trade;

/** An amount spread over lines so that the shares sum to it to the fen: line by line, what is due up to here, rounded down. */
public final class Shares {
    private Shares() {}

    /** One share for each weight; without any weight the first takes all. */
    public static long[] of(long amount, long[] weights) {
        long sum = 0;
        for (long w : weights) {
            sum += w;
        }
        long[] shares = new long[weights.length];
        if (sum == 0) {
            shares[0] = amount;
            return shares;
        }
        long upto = 0;
        long given = 0;
        for (int i = 0; i < shares.length; i++) {
            upto += weights[i];
            shares[i] = amount * upto / sum - given;
            given += shares[i];
        }
        return shares;
    }
}
