package io.siyu.pipelines.value.backtest;

import io.siyu.pipelines.value.backtest.WeightedAccuracy.Cell;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** Ranks of customers who are counted in cells, and how two numbers of theirs go together. */
final class Ranks {
    private Ranks() {}

    /** Each number replaced by its rank among all customers; equal ones share their mean rank. */
    static Cell[] of(Cell... cells) {
        double[] predicted = ranks(cells, Cell::predicted);
        double[] actual = ranks(cells, Cell::actual);
        Cell[] ranked = new Cell[cells.length];
        for (int i = 0; i < cells.length; i++) {
            ranked[i] = new Cell(cells[i].customers(), predicted[i], actual[i]);
        }
        return ranked;
    }

    /** Pearson's correlation; NaN when either number does not vary. */
    static double correlation(Cell... cells) {
        double n = 0;
        double p = 0;
        double a = 0;
        for (Cell cell : cells) {
            n += cell.customers();
            p += cell.customers() * cell.predicted();
            a += cell.customers() * cell.actual();
        }
        double pp = 0;
        double aa = 0;
        double pa = 0;
        for (Cell cell : cells) {
            double dp = cell.predicted() - p / n;
            double da = cell.actual() - a / n;
            pp += cell.customers() * dp * dp;
            aa += cell.customers() * da * da;
            pa += cell.customers() * dp * da;
        }
        return pp > 0 && aa > 0 ? pa / Math.sqrt(pp * aa) : Double.NaN;
    }

    private static double[] ranks(Cell[] cells, ToDoubleFunction<Cell> number) {
        Integer[] order = new Integer[cells.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> number.applyAsDouble(cells[i])));
        double[] ranks = new double[cells.length];
        double before = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            double here = 0;
            while (to < order.length
                    && number.applyAsDouble(cells[order[to]]) == number.applyAsDouble(cells[order[from]])) {
                here += cells[order[to++]].customers();
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = before + (here + 1) / 2;
            }
            before += here;
            from = to;
        }
        return ranks;
    }
}
