package io.siyu.pipelines.identity.link;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * How frequent a value is among records, for the comparisons where many share one. Kept per pair as a rarity, minus log2 of the
 * share of records, in quarters of a bit, eight comparisons to a number.
 *
 * @param places the place among these of each comparison, -1 when its frequency does not matter
 * @param counts records per value, for values of two records and more; by place
 * @param records how many have a value; by place
 */
record Frequencies(int[] places, List<Map<String, Long>> counts, long[] records) implements Serializable {
    /** Comparisons whose frequency can matter. */
    static final int MOST = 8;

    private static final int STEPS = 4;
    private static final int BITS = 8;
    private static final double LOG_2 = Math.log(2);

    /** Frequencies that say nothing. */
    static Frequencies none(int comparisons) {
        int[] places = new int[comparisons];
        java.util.Arrays.fill(places, -1);
        return new Frequencies(places, List.of(), new long[0]);
    }

    /** With the rarity of the more frequent of two values that agree at a comparison. */
    long with(long rarity, int comparison, String a, String b) {
        int place = places[comparison];
        if (place < 0) {
            return rarity;
        }
        Map<String, Long> known = counts.get(place);
        long most = Math.max(known.getOrDefault(a, 1L), known.getOrDefault(b, 1L));
        double bits = -Math.log((double) most / Math.max(most, records[place])) / LOG_2;
        long step = Math.max(1, Math.min((1 << BITS) - 1, Math.round(bits * STEPS) + 1));
        return rarity | step << (BITS * place);
    }

    /** Bits of the rarity at a comparison, or -1 when there is none. */
    double bits(long rarity, int comparison) {
        int place = places[comparison];
        if (place < 0) {
            return -1;
        }
        long step = rarity >>> (BITS * place) & ((1 << BITS) - 1);
        return step == 0 ? -1 : (step - 1) / (double) STEPS;
    }
}
