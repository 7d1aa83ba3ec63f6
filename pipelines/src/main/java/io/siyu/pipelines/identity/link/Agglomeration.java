package io.siyu.pipelines.identity.link;

/**
 * Groups the records of one component: the two groups whose pairs together weigh most come together first ({@link GroupWeights}), until no
 * two weigh enough or all that do are forbidden. Every pair of the component is weighed; equal weights are decided by the order of
 * records, never by chance.
 */
final class Agglomeration {
    private final GroupWeights weights;
    private final double[][] bits;
    private final boolean[][] forbidden;
    private final boolean[] gone;
    private final int[] groups;

    /**
     * @param weights of every pair; they are used up
     * @param forbidden pairs that may not come together, symmetric
     */
    Agglomeration(GroupWeights weights, boolean[][] forbidden) {
        int n = forbidden.length;
        this.weights = weights;
        this.bits = new double[n][n];
        this.forbidden = new boolean[n][];
        this.gone = new boolean[n];
        this.groups = new int[n];
        for (int i = 0; i < n; i++) {
            this.forbidden[i] = forbidden[i].clone();
            groups[i] = i;
            for (int j = 0; j < i; j++) {
                weigh(i, j);
            }
        }
    }

    /**
     * The group of each record, named by its first record.
     *
     * @param least bits that two groups must weigh
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
        for (int i = 0; i < gone.length; i++) {
            for (int j = i + 1; j < gone.length && !gone[i]; j++) {
                if (!gone[j] && !forbidden[i][j] && bits[i][j] >= least && bits[i][j] > most) {
                    most = bits[i][j];
                    best = new int[] {i, j};
                }
            }
        }
        return best;
    }

    private void join(int into, int from) {
        weights.join(into, from);
        gone[from] = true;
        for (int other = 0; other < gone.length; other++) {
            forbidden[into][other] |= forbidden[from][other];
            forbidden[other][into] = forbidden[into][other];
            groups[other] = groups[other] == from ? into : groups[other];
            if (other != into && !gone[other]) {
                weigh(into, other);
            }
        }
    }

    private void weigh(int a, int b) {
        bits[a][b] = weights.bits(a, b);
        bits[b][a] = bits[a][b];
    }
}
