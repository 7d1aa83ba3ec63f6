package io.siyu.pipelines.value.model;

import io.siyu.warehouse.Problems;
import java.util.Comparator;

/**
 * All that the models of orders know of a customer. Times are in one unit, the same for all histories of a fit.
 *
 * @param x purchase days after the first one
 * @param recency t_x, from the first purchase to the last; 0 when x is 0
 * @param age T, from the first purchase until now
 */
public record History(int x, double recency, double age) implements Comparable<History> {
    private static final Comparator<History> ORDER = Comparator.comparingInt(History::x)
            .thenComparingDouble(History::recency)
            .thenComparingDouble(History::age);

    public History {
        boolean ordered = recency >= 0 && recency <= age && age < Double.POSITIVE_INFINITY;
        if (x < 0 || !ordered || (x == 0 && recency > 0)) {
            throw Problems.invalid(
                    "history",
                    "of a customer",
                    "x " + x + ", recency " + recency + ", age " + age,
                    "x from 0, 0 <= recency <= age, and recency 0 when x is 0");
        }
    }

    @Override
    public int compareTo(History other) {
        return ORDER.compare(this, other);
    }
}
