package io.siyu.pipelines.value.basket;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Purchases counted by day. The level of a day is what a purchase of the four weeks around it came to, drawn to the mean of all days: the
 * more, the less four weeks differ from others by more than chance lets them. Where they do not, all levels are the mean.
 *
 * <p>How much they differ is the variance component of a one-way layout with unequal numbers (Searle, Casella and McCulloch 1992,
 * chapter 3); the level is then the best linear predictor of the mean of its four weeks.
 */
public final class BasketDays {
    private static final int WINDOW = 28;

    /** Fewer windows tell nothing of how they differ. */
    private static final int LEAST_WINDOWS = 3;

    private final TreeMap<LocalDate, double[]> days = new TreeMap<>();

    /**
     * Adds the purchases of a day.
     *
     * @param count how many
     * @param sum what they came to, in fen
     * @param square the sum of the squares of what each came to
     */
    public void add(LocalDate day, double count, double sum, double square) {
        days.put(day, new double[] {count, sum, square});
    }

    /**
     * The level of each day from the first purchase to the origin, in fen; empty without purchases by then.
     *
     * @param origin the last day that is seen
     */
    public SortedMap<LocalDate, Double> levels(LocalDate origin) {
        SortedMap<LocalDate, Double> levels = new TreeMap<>();
        if (days.headMap(origin, true).isEmpty()) {
            return levels;
        }
        LocalDate first = days.firstKey();
        int size = (int) (origin.toEpochDay() - first.toEpochDay()) + 1;
        double[][] until = until(first, size);
        double mean = until[size][1] / until[size][0];
        Variances known = Variances.of(until, mean);
        for (int day = 0; day < size; day++) {
            double[] around = window(until, day + WINDOW / 2 + 1);
            double weight =
                    known.between > 0 && around[0] > 0 ? known.between / (known.between + known.chance / around[0]) : 0;
            levels.put(first.plusDays(day), weight == 0 ? mean : mean + weight * (around[1] / around[0] - mean));
        }
        return levels;
    }

    /** Counts, sums and squares by the end of each day; of none first. */
    private double[][] until(LocalDate first, int size) {
        double[][] until = new double[size + 1][3];
        for (int day = 0; day < size; day++) {
            double[] own = days.getOrDefault(first.plusDays(day), new double[3]);
            for (int i = 0; i < 3; i++) {
                until[day + 1][i] = until[day][i] + own[i];
            }
        }
        return until;
    }

    /**
     * Variances of what a purchase comes to.
     *
     * @param chance within four weeks
     * @param between four weeks and others, apart from chance; 0 where nothing can be said of it
     */
    private record Variances(double chance, double between) {
        static Variances of(double[][] until, double mean) {
            double count = until[until.length - 1][0];
            double within = 0;
            double scatter = 0;
            double squares = 0;
            int windows = 0;
            for (int to = until.length - 1; to > 0; to -= WINDOW) {
                double[] window = window(until, to);
                if (window[0] > 0) {
                    windows++;
                    within += window[2] - window[1] * window[1] / window[0];
                    scatter += window[0] * Math.pow(window[1] / window[0] - mean, 2);
                    squares += window[0] * window[0];
                }
            }
            if (windows < LEAST_WINDOWS || count <= windows) {
                return new Variances(0, 0);
            }
            double chance = Math.max(0, within / (count - windows));
            return new Variances(chance, Math.max(0, (scatter - (windows - 1) * chance) / (count - squares / count)));
        }
    }

    /** Of the days before this one, as far as there are any. */
    private static double[] window(double[][] until, int to) {
        double[] before = until[Math.max(0, to - WINDOW)];
        double[] last = until[Math.min(to, until.length - 1)];
        return new double[] {last[0] - before[0], last[1] - before[1], last[2] - before[2]};
    }
}
