package io.siyu.pipelines.identity.link;

import java.util.List;

/**
 * Pairs that look alike to the model.
 *
 * @param rules blocking rules that find them, a bit each
 * @param pattern see {@link Pattern}
 * @param pairs how many there are
 */
record Tally(long rules, long pattern, long pairs) {
    /** The order in which sums are made, so that they do not depend on the order of rows. */
    static List<Tally> sorted(List<Tally> tallies) {
        return tallies.stream()
                .sorted(java.util.Comparator.comparingLong(Tally::rules).thenComparingLong(Tally::pattern))
                .toList();
    }
}
