package io.siyu.pipelines.value.clock;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;

/** Purchase days counted by the day on which their customers first bought: all that a clock is estimated from. */
public final class CohortDays {
    private final TreeMap<LocalDate, Double> starts = new TreeMap<>();
    private final TreeMap<LocalDate, TreeMap<LocalDate, Double>> repeats = new TreeMap<>();

    /**
     * Adds purchase days.
     *
     * @param first when these customers first bought
     * @param day when they bought: the same day counts the customers themselves
     */
    public void add(LocalDate first, LocalDate day, double count) {
        if (day.equals(first)) {
            starts.merge(first, count, Double::sum);
        } else {
            repeats.computeIfAbsent(first, cohort -> new TreeMap<>()).merge(day, count, Double::sum);
        }
    }

    /** The first day on which anybody bought; empty when nobody did. */
    public Optional<LocalDate> first() {
        return starts.isEmpty() ? Optional.empty() : Optional.of(starts.firstKey());
    }

    /** Repeat purchase days after one day and until another, of customers who had first bought by the origin. */
    public double repeats(LocalDate origin, LocalDate after, LocalDate until) {
        double sum = 0;
        for (TreeMap<LocalDate, Double> cohort : repeats.headMap(origin, true).values()) {
            for (double count : cohort.subMap(after, false, until, true).values()) {
                sum += count;
            }
        }
        return sum;
    }

    /** What had happened by a day, that day included; null when nothing had. */
    @org.jspecify.annotations.Nullable
    Seen until(LocalDate origin) {
        if (starts.isEmpty() || starts.firstKey().isAfter(origin)) {
            return null;
        }
        LocalDate from = starts.firstKey();
        int days = (int) (origin.toEpochDay() - from.toEpochDay()) + 1;
        Seen seen = new Seen(from, new double[days], new double[days], new double[days]);
        starts.headMap(origin, true).forEach((day, count) -> seen.starts[place(from, day)] += count);
        repeats.forEach((first, cohort) -> cohort.headMap(origin, true).forEach((day, count) -> {
            seen.byDay[place(from, day)] += count;
            seen.byAge[place(first, day)] += count;
        }));
        return seen;
    }

    private static int place(LocalDate from, LocalDate day) {
        return (int) (day.toEpochDay() - from.toEpochDay());
    }

    /**
     * Counts as arrays from the first day on.
     *
     * @param starts customers by the day of their first purchase
     * @param byDay repeat purchase days by day
     * @param byAge the same by days since the first purchase
     */
    record Seen(LocalDate from, double[] starts, double[] byDay, double[] byAge) {}
}
