package io.siyu.pipelines.bench;

/**
 * What valuing customers took: seconds to count a file of purchases, to fit, and to value all and to write them.
 *
 * @param label how it differs from others of as many customers
 * @param customers who were asked for
 * @param cells distinct histories
 * @param spends distinct cells of spend
 * @param days purchase days expected of all customers within 365 days
 */
record ValueRun(
        String label, long customers, int cells, int spends, double count, double fit, double score, double days) {
    /** Seconds end to end. */
    double all() {
        return count + fit + score;
    }
}
