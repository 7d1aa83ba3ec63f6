package io.siyu.pipelines.identity.link;

import java.util.List;

/**
 * How many true pairs the blocking rules find, estimated from how often rules agree. Chao, Estimating the population size for
 * capture-recapture data with unequal catchability, Biometrics 43 (1987): with {@code f1} pairs found by one rule alone and {@code f2}
 * by exactly two, at least {@code f1^2 / 2 f2} are found by none.
 *
 * @param found true pairs that some rule finds, as far as the model knows
 * @param missed true pairs that no rule finds; more when rules look at the same columns
 */
record Recall(double found, double missed) {
    static Recall of(List<Tally> tallies, Model model) {
        double all = 0;
        double[] by = new double[3];
        for (Tally tally : Tally.sorted(tallies)) {
            double same = tally.pairs() * Model.probability(model.weight(tally.pattern(), 0));
            all += same;
            by[Math.min(3, Long.bitCount(tally.rules())) % 3] += same;
        }
        return new Recall(all, by[1] * by[1] / (2 * Math.max(1, by[2])));
    }

    /** Share of the true pairs that are found, 0 to 1. */
    double share() {
        return found + missed == 0 ? 1 : found / (found + missed);
    }
}
