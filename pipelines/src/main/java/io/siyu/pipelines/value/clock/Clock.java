package io.siyu.pipelines.value.clock;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Time as customers live it: a day on which they buy twice as readily as on an average one is two days long. Models of orders that
 * know no season see histories and horizons in this time, and all their closed forms hold (a time warp: t becomes the integral of the
 * weights from the first purchase on).
 */
public final class Clock implements Serializable {
    /** All days are alike. */
    public static final Clock EVEN = new Clock(0, new double[0]);

    private static final double WEEK = 7;
    private static final long serialVersionUID = 1;

    private final long first;
    private final double[] passed;

    private Clock(long first, double[] passed) {
        this.first = first;
        this.passed = passed;
    }

    /**
     * Days of unequal length; those before the first and after the last that is given are one day long.
     *
     * @param first the day of the first weight
     * @param weights lengths in average days, 0 and more
     */
    public static Clock of(LocalDate first, double... weights) {
        double[] passed = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            passed[i] = sum;
        }
        return new Clock(first.toEpochDay(), passed);
    }

    /** From the end of one day to the end of another, in weeks of seven average days; below 0 when the other is the earlier. */
    public double weeks(LocalDate from, LocalDate to) {
        return days(from, to) / WEEK;
    }

    /** The same in average days. */
    public double days(LocalDate from, LocalDate to) {
        return passed.length == 0 ? to.toEpochDay() - from.toEpochDay() : until(to) - until(from);
    }

    /** How much has passed by the end of each day from one to another, both included, beginning with the first one's own length. */
    public List<Double> passed(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .map(day -> days(from.minusDays(1), day))
                .toList();
    }

    /** How long a day is, in average days. */
    public double weight(LocalDate day) {
        return days(day.minusDays(1), day);
    }

    /** Whether all days are alike. */
    public boolean isEven() {
        return passed.length == 0;
    }

    private double until(LocalDate day) {
        long place = day.toEpochDay() - first;
        if (place < 0) {
            return place + 1;
        }
        int last = passed.length - 1;
        return place <= last ? passed[(int) place] : passed[last] + (place - last);
    }
}
