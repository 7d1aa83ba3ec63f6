package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.backtest.WeightedAccuracy;
import io.siyu.pipelines.value.backtest.WeightedAccuracy.Cell;
import io.siyu.pipelines.value.table.Trial.Part;
import java.util.ArrayList;
import java.util.List;

/** What was predicted for parts of the customers, and what came. */
final class TrialParts {
    private static final int MOST_FREQUENT = 7;

    private TrialParts() {}

    /** By tenth, the best predicted first, and by repeat purchase days seen: 0 to 6, and 7 and more. */
    static List<Part> of(int[] repeats, Cell... cells) {
        List<Part> parts = new ArrayList<>();
        List<Cell> tenths = WeightedAccuracy.tenths(cells);
        for (int i = 0; i < tenths.size(); i++) {
            parts.add(new Part("decile", i + 1, tenths.get(i)));
        }
        double[][] sums = new double[MOST_FREQUENT + 1][3];
        for (int i = 0; i < cells.length; i++) {
            double[] sum = sums[Math.min(MOST_FREQUENT, repeats[i])];
            sum[0] += cells[i].customers();
            sum[1] += cells[i].customers() * cells[i].predicted();
            sum[2] += cells[i].customers() * cells[i].actual();
        }
        for (int x = 0; x < sums.length; x++) {
            if (sums[x][0] > 0) {
                parts.add(new Part(
                        "frequency", x, new Cell(sums[x][0], sums[x][1] / sums[x][0], sums[x][2] / sums[x][0])));
            }
        }
        return parts;
    }
}
