package io.siyu.pipelines.value.report;

import io.siyu.pipelines.value.Valuation;
import io.siyu.pipelines.value.model.History;
import io.siyu.pipelines.value.model.OrderModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Probabilities of being alive of the oldest customers, by how often and how recently they bought; with covariates, of one whose
 * covariates are the means of all.
 *
 * @param weeks since the last purchase, one per row
 * @param orders repeat purchase days, one per column
 * @param alive rows of columns
 */
record AliveMatrix(List<Double> weeks, List<Integer> orders, List<List<Double>> alive) {
    private static final int ROWS = 20;
    private static final int MOST = 30;

    static AliveMatrix of(Valuation valuation) {
        OrderModel model = valuation.models().ofMean(valuation.split().persons());
        double age = 0;
        int most = 1;
        for (var person : valuation.split().persons()) {
            age = Math.max(age, person.history().age());
            most = Math.max(most, person.history().x());
        }
        List<Double> weeks = new ArrayList<>();
        List<Integer> orders = new ArrayList<>();
        List<List<Double>> rows = new ArrayList<>();
        for (int x = 1; x <= Math.min(MOST, most); x++) {
            orders.add(x);
        }
        for (int row = 0; row <= ROWS; row++) {
            double silent = age * row / ROWS;
            List<Double> alive = new ArrayList<>();
            for (int x : orders) {
                History history = new History(x, age - silent, age);
                alive.add(model.alive(history));
            }
            weeks.add(silent);
            rows.add(alive);
        }
        return new AliveMatrix(weeks, orders, rows);
    }
}
