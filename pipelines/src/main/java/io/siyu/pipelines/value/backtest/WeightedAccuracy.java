package io.siyu.pipelines.value.backtest;

import java.util.Arrays;
import java.util.Comparator;

/**
 * {@link Accuracy} of many customers who are counted in cells: all of a cell are predicted alike and came true alike.
 *
 * @param bias predicted by actual total, less 1; NaN when nothing came true
 * @param gini normalised: 1 when customers are ranked as they came true, 0 when by chance; NaN when all came true alike
 * @param topShare what the tenth that is predicted best had of all that came true; NaN when nothing did
 */
public record WeightedAccuracy(
        double customers,
        double predicted,
        double actual,
        double bias,
        double mae,
        double rmse,
        double gini,
        double topShare) {

    /** Customers of a cell, what each was predicted, and what each did. */
    public record Cell(double customers, double predicted, double actual) {}

    /** Compares. */
    public static WeightedAccuracy of(Cell... cells) {
        double customers = 0;
        double predicted = 0;
        double actual = 0;
        double absolute = 0;
        double square = 0;
        for (Cell cell : cells) {
            double off = cell.predicted - cell.actual;
            customers += cell.customers;
            predicted += cell.customers * cell.predicted;
            actual += cell.customers * cell.actual;
            absolute += cell.customers * Math.abs(off);
            square += cell.customers * off * off;
        }
        Cell[] ranked = Arrays.stream(cells)
                .map(cell -> new Cell(cell.customers, cell.actual, cell.actual))
                .toArray(Cell[]::new);
        double best = area(shared(ranked), customers, actual);
        boolean some = actual > 0;
        Cell[] shared = shared(cells);
        return new WeightedAccuracy(
                customers,
                predicted,
                actual,
                some ? predicted / actual - 1 : Double.NaN,
                absolute / customers,
                Math.sqrt(square / customers),
                some && best > 0 ? area(shared, customers, actual) / best : Double.NaN,
                some ? first(shared, customers / 10) / actual : Double.NaN);
    }

    /** Twice the area between the curve of what was found, best predicted first, and the diagonal. */
    private static double area(Cell[] shared, double customers, double actual) {
        double found = 0;
        double area = 0;
        for (Cell cell : shared) {
            double more = cell.customers * cell.actual;
            area += cell.customers * (found + more / 2);
            found += more;
        }
        return 2 * area / (actual * customers) - 1;
    }

    private static double first(Cell[] shared, double count) {
        double left = count;
        double found = 0;
        for (Cell cell : shared) {
            found += Math.min(left, cell.customers) * cell.actual;
            left -= Math.min(left, cell.customers);
        }
        return found;
    }

    /** Cells in falling order of what was predicted; those predicted alike are one, with the mean of what came true. */
    private static Cell[] shared(Cell... cells) {
        Cell[] order = cells.clone();
        Arrays.sort(
                order,
                Comparator.comparingDouble((Cell cell) -> -cell.predicted)
                        .thenComparingDouble(Cell::actual)
                        .thenComparingDouble(Cell::customers));
        int last = -1;
        for (Cell cell : order) {
            if (last >= 0 && order[last].predicted == cell.predicted) {
                double customers = order[last].customers + cell.customers;
                double sum = order[last].customers * order[last].actual + cell.customers * cell.actual;
                order[last] = new Cell(customers, cell.predicted, sum / customers);
            } else {
                order[++last] = cell;
            }
        }
        return Arrays.copyOf(order, last + 1);
    }
}
