package io.siyu.pipelines.value.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * {@link Accuracy} of many customers who are counted in cells: all of a cell are predicted alike and came true alike.
 *
 * @param bias predicted by actual total, less 1; NaN when nothing came true
 * @param correlation Pearson's; NaN when either does not vary
 * @param rankCorrelation Spearman's, ranks shared
 * @param gini normalised: 1 when customers are ranked as they came true, 0 when by chance; NaN when all came true alike
 * @param decileError mean over tenths, best predicted first, of how far predicted is from actual, by actual; NaN as topShare is
 * @param topShare what the tenth that is predicted best had of all that came true; NaN when nothing did
 */
public record WeightedAccuracy(
        double customers,
        double predicted,
        double actual,
        double bias,
        double mae,
        double rmse,
        double msle,
        double correlation,
        double rankCorrelation,
        double gini,
        double topShare,
        double decileError) {

    /** Customers of a cell, what each was predicted, and what each did. */
    public record Cell(double customers, double predicted, double actual) {}

    /** Compares. */
    public static WeightedAccuracy of(Cell... cells) {
        double customers = 0;
        double predicted = 0;
        double actual = 0;
        double absolute = 0;
        double square = 0;
        double logs = 0;
        for (Cell cell : cells) {
            double off = cell.predicted - cell.actual;
            customers += cell.customers;
            predicted += cell.customers * cell.predicted;
            actual += cell.customers * cell.actual;
            absolute += cell.customers * Math.abs(off);
            square += cell.customers * off * off;
            double log = Math.log1p(Math.max(0, cell.predicted)) - Math.log1p(Math.max(0, cell.actual));
            logs += cell.customers * log * log;
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
                logs / customers,
                Ranks.correlation(cells),
                Ranks.correlation(Ranks.of(cells)),
                some && best > 0 ? area(shared, customers, actual) / best : Double.NaN,
                some ? first(shared, customers / 10) / actual : Double.NaN,
                some ? decileError(tenths(cells)) : Double.NaN);
    }

    /** Tenths of the customers, the best predicted first, each as one cell with its means. */
    public static List<Cell> tenths(Cell... cells) {
        double customers = Arrays.stream(cells).mapToDouble(Cell::customers).sum();
        Cell[] shared = shared(cells);
        Cell[] own = Arrays.stream(shared)
                .map(cell -> new Cell(cell.customers, cell.predicted, cell.predicted))
                .toArray(Cell[]::new);
        List<Cell> tenths = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double from = customers * i / 10;
            double to = customers * (i + 1) / 10;
            double size = to - from;
            tenths.add(new Cell(
                    size,
                    (first(own, to) - first(own, from)) / size,
                    (first(shared, to) - first(shared, from)) / size));
        }
        return tenths;
    }

    private static double decileError(List<Cell> tenths) {
        return tenths.stream()
                .filter(tenth -> tenth.actual > 0)
                .mapToDouble(tenth -> Math.abs(tenth.predicted - tenth.actual) / tenth.actual)
                .average()
                .orElse(Double.NaN);
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
