package io.siyu.pipelines.identity.link;

import java.util.Arrays;

/**
 * Groups the records of one component: the two groups whose pairs weigh most on average come together first, until no two weigh
 * enough or all that do are forbidden. One strong pair does not hold two groups together whose other pairs speak against it, which is what
 * closure does. Every pair of the component is weighed; equal averages are decided by the order of records, never by chance.
 */
final class Agglomeration {
    private final double[][] sums;
    private final boolean[][] forbidden;
    private final int[] sizes;
    private final int[] groups;

    /**
     * @param weights of every pair in bits, symmetric
     * @param forbidden pairs that may not come together, symmetric
     */
    Agglomeration(double[][] weights, boolean[][] forbidden) {
        int n = weights.length;
        this.sums = new double[n][];
        this.forbidden = new boolean[n][];
        this.sizes = new int[n];
        this.groups = new int[n];
        Arrays.fill(sizes, 1);
        for (int i = 0; i < n; i++) {
            sums[i] = weights[i].clone();
            this.forbidden[i] = forbidden[i].clone();
            groups[i] = i;
        }
    }

    /**
     * The group of each record, named by its first record.
     *
     * @param least bits that two groups must weigh on average
     */
    int[] groups(double least) {
        int[] pair = best(least);
        while (pair.length == 2) {
            join(pair[0], pair[1]);
            pair = best(least);
        }
        return groups.clone();
    }

    private int[] best(double least) {
        int[] best = {};
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sizes.length; i++) {
            for (int j = i + 1; j < sizes.length && sizes[i] > 0; j++) {
                if (sizes[j] > 0 && !forbidden[i][j]) {
                    double average = sums[i][j] / ((double) sizes[i] * sizes[j]);
                    if (average >= least && average > most) {
                        most = average;
                        best = new int[] {i, j};
                    }
                }
            }
        }
        return best;
    }

    private void join(int into, int from) {
        for (int other = 0; other < sizes.length; other++) {
            sums[into][other] += sums[from][other];
            sums[other][into] = sums[into][other];
            forbidden[into][other] |= forbidden[from][other];
            forbidden[other][into] = forbidden[into][other];
            groups[other] = groups[other] == from ? into : groups[other];
        }
        sizes[into] += sizes[from];
        sizes[from] = 0;
    }
}
