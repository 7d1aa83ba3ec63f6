package io.siyu.pipelines.value.model;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The CDNOW sample at 1997-09-30, in weeks, with golden predictions per customer. */
record Cdnow(List<Customer> customers) {
    /**
     * A customer and what three models say of him.
     *
     * @param alive of BG/NBD, MBG/NBD and Pareto/NBD; so are {@code log} and {@code orders}
     */
    record Customer(
            History history, double mean, double[] log, double[] alive, double[] orders, double spend, double dert) {}

    private static final Map<Family, Fit> FITS = new ConcurrentHashMap<>();

    static Cdnow read() {
        return new Cdnow(SharedData.rows("golden_cdnow_sample_predictions.csv").stream()
                .map(Cdnow::customer)
                .toList());
    }

    /** The fit of a family; found once for all tests. */
    static Fit fit(Family family) {
        return FITS.computeIfAbsent(family, f -> Fit.of(f, read().cells()));
    }

    Cells cells() {
        return Cells.count(customers.stream().map(Customer::history).toList());
    }

    SpendCells spends() {
        return SpendCells.count(customers.stream()
                .filter(c -> c.history().x() > 0)
                .map(c -> new SpendCells.Spend(c.history().x(), c.mean()))
                .toList());
    }

    private static Customer customer(String[] row) {
        History history = new History(Integer.parseInt(row[1]), number(row[2]) / 7, number(row[3]) / 7);
        return new Customer(
                history,
                number(row[4]),
                three(row, 8),
                three(row, 11),
                three(row, 14),
                number(row[17]),
                number(row[18]));
    }

    private static double[] three(String[] row, int from) {
        return new double[] {number(row[from]), number(row[from + 1]), number(row[from + 2])};
    }

    private static double number(String text) {
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
}
