package io.siyu.pipelines.identity.link;

/**
 * The levels of all comparisons of a pair in one number, four bits each: 0 when a value is missing, else the level and one. What
 * the model learns from and what a pair weighs depend on nothing else, but for frequencies.
 */
final class Pattern {
    /** Comparisons that fit into a number. */
    static final int MOST = 15;

    private static final int BITS = 4;

    private Pattern() {}

    /** The pattern with this level at this place, where nothing stood before. */
    static long with(long pattern, int place, int level) {
        return pattern | (long) (level + 1) << (BITS * place);
    }

    /** The level at a place, or -1 when a value is missing. */
    static int level(long pattern, int place) {
        return (int) (pattern >>> (BITS * place) & 15) - 1;
    }
}
