package io.siyu.pipelines.value.model;

import io.siyu.warehouse.Problems;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** How many customers made how many purchases of which mean value: what the model of spend needs. */
public final class SpendCells {
    /**
     * What a customer spent.
     *
     * @param purchases purchase days that count, 1 and more
     * @param mean mean value of one, above 0, in any unit of money
     */
    public record Spend(int purchases, double mean) implements Comparable<Spend> {
        private static final Comparator<Spend> ORDER =
                Comparator.comparingInt(Spend::purchases).thenComparingDouble(Spend::mean);

        public Spend {
            if (purchases < 1 || !(mean > 0) || mean == Double.POSITIVE_INFINITY) {
                throw Problems.invalid(
                        "spend",
                        "of a customer",
                        purchases + " purchases of mean value " + mean,
                        "1 purchase or more of a positive mean value");
            }
        }

        @Override
        public int compareTo(Spend other) {
            return ORDER.compare(this, other);
        }
    }

    private final Spend[] spends;
    private final double[] counts;

    private SpendCells(TreeMap<Spend, Double> cells) {
        this.spends = cells.keySet().toArray(new Spend[0]);
        this.counts = cells.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** @param counts customers by what they spent */
    public static SpendCells of(Map<Spend, ? extends Number> counts) {
        TreeMap<Spend, Double> cells = new TreeMap<>();
        counts.forEach((spend, count) -> cells.put(spend, count.doubleValue()));
        return new SpendCells(cells);
    }

    /** Counts one customer for each. */
    public static SpendCells count(Iterable<Spend> customers) {
        TreeMap<Spend, Double> cells = new TreeMap<>();
        customers.forEach(spend -> cells.merge(spend, 1.0, Double::sum));
        return new SpendCells(cells);
    }

    /**
     * The same customers with means on a grid of equal ratios, so that a fit of millions of customers has few cells.
     *
     * @param ratio from one step of the grid to the next, less 1: at 0.001 no mean moves by more than a twentieth of a percent
     */
    public SpendCells onGrid(double ratio) {
        double step = Math.log1p(ratio);
        TreeMap<Spend, Double> cells = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            double mean = Math.exp(Math.rint(Math.log(spends[i].mean()) / step) * step);
            cells.merge(new Spend(spends[i].purchases(), mean), counts[i], Double::sum);
        }
        return new SpendCells(cells);
    }

    public int size() {
        return counts.length;
    }

    Spend spend(int cell) {
        return spends[cell];
    }

    double count(int cell) {
        return counts[cell];
    }

    public double customers() {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Mean over customers of their mean value; 0 without customers. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * spends[i].mean();
        }
        return counts.length == 0 ? 0 : sum / customers();
    }
}
