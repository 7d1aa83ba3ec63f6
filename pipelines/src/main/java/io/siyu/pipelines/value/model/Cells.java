package io.siyu.pipelines.value.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many customers have which history: all that the likelihoods need, so that a fit costs by the distinct histories and not by the
 * customers. Cells stand in the order of their histories, so that no sum depends on how they came.
 */
public final class Cells {
    private final History[] histories;
    private final double[] counts;
    private final double customers;
    private final int most;

    private Cells(TreeMap<History, Double> cells) {
        this.histories = cells.keySet().toArray(new History[0]);
        this.counts = cells.values().stream().mapToDouble(Double::doubleValue).toArray();
        double sum = 0;
        int largest = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i];
            largest = Math.max(largest, histories[i].x());
        }
        this.customers = sum;
        this.most = largest;
    }

    /** @param counts customers by history; a count need not be whole, such as a weight */
    public static Cells of(Map<History, ? extends Number> counts) {
        TreeMap<History, Double> cells = new TreeMap<>();
        counts.forEach((history, count) -> cells.put(history, count.doubleValue()));
        return new Cells(cells);
    }

    /** Counts one customer for each history. */
    public static Cells count(Iterable<History> customers) {
        TreeMap<History, Double> cells = new TreeMap<>();
        customers.forEach(history -> cells.merge(history, 1.0, Double::sum));
        return new Cells(cells);
    }

    /** The same customers with times at the middle of their {@code unit}s; nobody comes back in no time. */
    Cells rounded(double unit) {
        TreeMap<History, Double> cells = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            History exact = histories[i];
            double recency = exact.x() == 0 ? 0 : middle(exact.recency(), unit);
            History rounded = new History(exact.x(), recency, middle(exact.age(), unit));
            cells.merge(rounded, counts[i], Double::sum);
        }
        return new Cells(cells);
    }

    private static double middle(double time, double unit) {
        return (Math.floor(time / unit) + 0.5) * unit;
    }

    /** How many distinct histories there are. */
    public int size() {
        return counts.length;
    }

    public History history(int cell) {
        return histories[cell];
    }

    public double count(int cell) {
        return counts[cell];
    }

    /** How many customers all cells have. */
    public double customers() {
        return customers;
    }

    /** The largest x. */
    public int most() {
        return most;
    }
}
