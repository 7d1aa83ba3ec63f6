package io.siyu.pipelines.value.table;

/** Numbers of a model as a table shows them: without the last digits, which a solver's path decides and nobody reads. */
final class Shown {
    private static final double ORDERS = 1e4;
    private static final double SHARE = 1e6;

    private Shown() {}

    /** Purchase days, to four digits; a number that is none stays what it is. */
    static double orders(double days) {
        return Math.rint(days * ORDERS) / ORDERS;
    }

    /** A share, to six digits; a number that is none stays what it is. */
    static double share(double share) {
        return Math.rint(share * SHARE) / SHARE;
    }
}
