package io.siyu.pipelines.identity.link;

/**
 * What became of a pair.
 *
 * @param l the lesser id
 * @param r the greater one
 * @param weight log2 of the odds that they are one
 * @param evidence what each comparison adds to the weight, in bits, heaviest first
 * @param fate {@link Fate}
 * @param shared the element that both have and one person has once; empty unless that holds them apart
 */
record Verdict(String l, String r, double weight, String evidence, Fate fate, String shared) {
    /** Where a pair ended. */
    enum Fate {
        /** In one group. */
        LINKED,
        /** Likely, yet not in one group. */
        GREY,
        /** Something known of both forbids it. */
        HELD_APART,
        /** A person said so. */
        DECIDED_APART
    }

    /** The probability that they are one, 0 to 1. */
    double probability() {
        return Model.probability(weight);
    }
}
