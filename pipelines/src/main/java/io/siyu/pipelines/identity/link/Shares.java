package io.siyu.pipelines.identity.link;

import java.util.Arrays;
import java.util.List;

/** Shares of the levels of a comparison before any pair is seen: what the spec says, or nothing in particular. */
final class Shares {
    private static final double SAME = 0.8;
    private static final double DIFFERS = 0.05;

    private Shares() {}

    /** What EM begins with for one person's pairs. */
    static double[] start(List<Double> said, int levels) {
        if (!said.isEmpty()) {
            return of(said);
        }
        double[] shares = new double[levels];
        Arrays.fill(shares, (1 - SAME - DIFFERS) / Math.max(1, levels - 2));
        shares[0] = levels == 2 ? 1 - SAME : DIFFERS;
        shares[levels - 1] = SAME;
        return shares;
    }

    /** What is laid beside the pairs seen. */
    static double[] beside(List<Double> said, int levels) {
        if (!said.isEmpty()) {
            return of(said);
        }
        double[] shares = new double[levels];
        Arrays.fill(shares, 1.0 / levels);
        return shares;
    }

    private static double[] of(List<Double> said) {
        double all = said.stream().mapToDouble(Double::doubleValue).sum();
        return said.stream().mapToDouble(share -> share / all).toArray();
    }
}
