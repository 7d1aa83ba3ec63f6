package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/**
 * An order of all long numbers that looks like chance and is none: times an odd number, modulo 2⁶⁴. As that is one-to-one,
 * ranks have no ties and lead back to their numbers.
 */
record Ranks(long factor, long inverse) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    static Ranks ofRound(int round) {
        long factor = mixed((round + 1) * GOLDEN) | 1;
        return new Ranks(factor, inverse(factor));
    }

    Column of(Column number) {
        return number.multiply(lit(factor));
    }

    Column from(Column rank) {
        return rank.multiply(lit(inverse));
    }

    /** The last step of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private static long mixed(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** By Newton's method, which doubles the right bits: an odd number is its own inverse modulo 8. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int bits = 3; bits < Long.SIZE; bits *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
