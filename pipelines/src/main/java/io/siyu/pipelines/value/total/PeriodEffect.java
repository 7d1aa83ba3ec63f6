package io.siyu.pipelines.value.total;

import java.time.LocalDate;
import java.util.List;

/**
 * How far totals are off by the doing of the period: a season that is like no other, a campaign, a trend. It moves all customers
 * together, so no number of them makes it small; it is known only from how earlier totals came true. The mean square of their
 * errors, on a logarithmic scale and about no error, less what chance and fit explain of it, is joined with a prior worth
 * {@link #PRIOR} origins: a scaled inverse chi-square variance, so that what is to come is Student's t (Gelman and others, Bayesian Data
 * Analysis, section 2.6).
 *
 * @param spread one standard deviation, on the logarithmic scale
 * @param freedom degrees of freedom of the t
 */
public record PeriodEffect(double spread, double freedom) {
    /** What is thought of a total before any has come true: off by a seventh. */
    static final double BEFORE = 0.15;

    /** How many origins that thought is worth. */
    static final double PRIOR = 3;

    /** A total that came to less than a tenth, or to more than ten times, counts as such. */
    private static final double FARTHEST = Math.log(10);

    /**
     * A total of an earlier origin that has come true.
     *
     * @param spread see {@link Total#spread()}
     */
    public record Past(LocalDate origin, double expected, double spread, double actual) {}

    /**
     * Learns from earlier totals. Origins whose days overlap tell partly the same: together they count as many as have room side by side.
     *
     * @param past of one model, measure and span; in any order
     * @param days of the span
     */
    public static PeriodEffect of(List<Past> past, int days) {
        List<Past> told = past.stream().filter(one -> one.expected > 0).toList();
        double squares = 0;
        for (Past one : told) {
            squares += Math.pow(error(one), 2) - one.spread * one.spread;
        }
        double apart = apart(told, days);
        double seen = told.isEmpty() ? 0 : Math.max(0, squares / told.size());
        double variance = (apart * seen + PRIOR * BEFORE * BEFORE) / (apart + PRIOR);
        return new PeriodEffect(Math.sqrt(variance), apart + PRIOR);
    }

    /** A total to come, with all that may move it. */
    public TotalRange around(double expected, double own) {
        return new TotalRange(expected, Math.hypot(own, spread), freedom);
    }

    private static double error(Past one) {
        double ratio = Math.log(Math.max(one.actual, 1e-9) / one.expected);
        return Math.max(-FARTHEST, Math.min(FARTHEST, ratio));
    }

    private static double apart(List<Past> told, int days) {
        if (told.isEmpty()) {
            return 0;
        }
        long first =
                told.stream().mapToLong(one -> one.origin.toEpochDay()).min().getAsLong();
        long last =
                told.stream().mapToLong(one -> one.origin.toEpochDay()).max().getAsLong();
        return Math.min(told.size(), 1 + (last - first) / (double) days);
    }
}
