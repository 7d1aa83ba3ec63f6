package io.siyu.pipelines.value.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * How near predictions came to what came true, customer by customer.
 *
 * @param bias predicted by actual total, less 1: 0.1 is a tenth too much
 * @param correlation Pearson's
 * @param rankCorrelation Spearman's
 * @param gini normalised: 1 when customers are ranked as they came true, 0 when by chance
 * @param topShare what the tenth that is predicted best had of all that came true
 */
public record Accuracy(
        double predicted,
        double actual,
        double bias,
        double mae,
        double rmse,
        double correlation,
        double rankCorrelation,
        double gini,
        double topShare) {

    /** Mean predicted and mean actual of a tenth of the customers. */
    public record Decile(double predicted, double actual) {}

    /** Compares; customers stand at equal places. */
    public static Accuracy of(double[] predicted, double[] actual) {
        int n = predicted.length;
        double sumPredicted = 0;
        double sumActual = 0;
        double absolute = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            double off = predicted[i] - actual[i];
            sumPredicted += predicted[i];
            sumActual += actual[i];
            absolute += Math.abs(off);
            square += off * off;
        }
        boolean several = n > 1;
        return new Accuracy(
                sumPredicted,
                sumActual,
                sumPredicted / sumActual - 1,
                absolute / n,
                Math.sqrt(square / n),
                several ? new PearsonsCorrelation().correlation(predicted, actual) : Double.NaN,
                several ? new SpearmansCorrelation().correlation(predicted, actual) : Double.NaN,
                gini(predicted, actual) / gini(actual, actual),
                first(predicted, actual, n / 10.0) / sumActual);
    }

    /** Tenths of the customers, the best predicted first. */
    public static List<Decile> deciles(double[] predicted, double[] actual) {
        List<Decile> deciles = new ArrayList<>();
        double tenth = predicted.length / 10.0;
        for (int i = 0; i < 10; i++) {
            double p = first(predicted, predicted, (i + 1) * tenth) - first(predicted, predicted, i * tenth);
            double a = first(predicted, actual, (i + 1) * tenth) - first(predicted, actual, i * tenth);
            deciles.add(new Decile(p / tenth, a / tenth));
        }
        return deciles;
    }

    /** Twice the area between the curve of what was found, best predicted first, and the diagonal; equal predictions share evenly. */
    private static double gini(double[] by, double[] of) {
        int n = by.length;
        double[] found = shared(by, of);
        double sum = 0;
        double area = 0;
        for (double one : found) {
            sum += one;
            area += sum - one / 2;
        }
        return sum == 0 ? Double.NaN : 2 * (area / (sum * n) - 0.5);
    }

    /** How much the first {@code count} customers have, best predicted first; the count may have a fraction. */
    private static double first(double[] by, double[] of, double count) {
        double[] found = shared(by, of);
        double sum = 0;
        for (int i = 0; i < found.length && i < count; i++) {
            sum += found[i] * Math.min(1, count - i);
        }
        return sum;
    }

    /** {@code of} in falling order of {@code by}; where that is equal, its mean, so that the order of customers changes nothing. */
    private static double[] shared(double[] by, double[] of) {
        int[] order = IntStream.range(0, by.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -by[i]).thenComparingDouble(i -> of[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] shared = new double[order.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            double sum = 0;
            while (to < order.length && by[order[to]] == by[order[from]]) {
                sum += of[order[to++]];
            }
            java.util.Arrays.fill(shared, from, to, sum / (to - from));
            from = to;
        }
        return shared;
    }
}
