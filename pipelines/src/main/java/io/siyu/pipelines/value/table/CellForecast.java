package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.backtest.Calibration;
import io.siyu.pipelines.value.basket.BasketAhead;
import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.model.History;
import io.siyu.pipelines.value.model.OrderModel;
import io.siyu.pipelines.value.model.Outlook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * What is expected of all customers with one history and pace at one origin: the numbers that need the model are computed once for each.
 * {@code basket_} are purchase days, each as large as its season makes it; {@code worth_} are these discounted at 10 % a year, the days of every 30 from their middle; {@code low_} and {@code high_}
 * hold the purchase days with a probability of 80 % and more, {@code least_} and {@code most_} the spend, in units of γ + spent;
 * {@code bought_} is worth had they bought today, {@code silent_} worth in 90 days if they buy nothing until then;
 * {@code next_} are the days within which the next purchase comes with a probability of a quarter and of three quarters.
 */
record CellForecast(OrderFit orders, SpendRule spend, Clock clock, BasketAhead baskets)
        implements MapPartitionsFunction<Row, Row> {
    static final StructType SHAPE =
            StructType.fromDDL("origin_date DATE, repeats INT, recency INT, age INT, pace DOUBLE, alive DOUBLE,"
                    + " orders_30 DOUBLE, orders_90 DOUBLE, orders_180 DOUBLE, orders_365 DOUBLE,"
                    + " basket_30 DOUBLE, basket_90 DOUBLE, basket_180 DOUBLE, basket_365 DOUBLE,"
                    + " worth_30 DOUBLE, worth_90 DOUBLE, worth_180 DOUBLE, worth_365 DOUBLE,"
                    + " bought_365 DOUBLE, silent_365 DOUBLE,"
                    + " low_90 INT, high_90 INT, low_365 INT, high_365 INT, least_365 DOUBLE, most_365 DOUBLE,"
                    + " next_from INT, next_to INT");

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;
    private static final int STEP = BasketAhead.STEP;
    private static final int YEAR = 365;
    private static final int SILENT = 90;
    private static final double RATE = Math.log(1.1) / YEAR;

    @Override
    public Iterator<Row> call(Iterator<Row> cells) {
        Map<Double, OrderModel> models = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        cells.forEachRemaining(cell -> rows.add(of(
                models.computeIfAbsent(
                        cell.getDouble(4), pace -> orders.at(pace).model()),
                cell)));
        return rows.iterator();
    }

    private Row of(OrderModel model, Row cell) {
        LocalDate origin = cell.getDate(0).toLocalDate();
        History history = Grain.history(cell.getInt(1), cell.getInt(2), cell.getInt(3));
        Outlook outlook = model.outlook(history);
        double[] expected = expected(outlook, origin);
        double[] basket = sums(expected, 0, 0);
        double[] worth = sums(expected, 0, RATE);
        double larger = expected[13] > 0 ? basket[13] / expected[13] : 1;
        double[] quarter = outlook.counts(weeks(origin, 90));
        double[] year = outlook.counts(weeks(origin, YEAR));
        NextPurchase next = new NextPurchase(YEAR, year[0], days -> outlook.counts(weeks(origin, days), 0)[0]);
        SpendRange range = new SpendRange(year, spend.p(), spend.p() * (history.x() + 1) + spend.q());
        return RowFactory.create(
                cell.getDate(0),
                cell.getInt(1),
                cell.getInt(2),
                cell.getInt(3),
                cell.getDouble(4),
                orders.hasChurn() ? outlook.alive() : null,
                expected[1],
                expected[3],
                expected[6],
                expected[13],
                basket[1],
                basket[3],
                basket[6],
                basket[13],
                worth[1],
                worth[3],
                worth[6],
                worth[13],
                ifBought(model, history, origin),
                ifSilent(model, history, origin),
                Calibration.quantile(quarter, LOW),
                Calibration.quantile(quarter, HIGH),
                Calibration.quantile(year, LOW),
                Calibration.quantile(year, HIGH),
                larger * range.quantile(LOW),
                larger * range.quantile(HIGH),
                next.within(0.25),
                next.within(0.75));
    }

    /** Purchase days within every 30 days more, and within a year. */
    private double[] expected(Outlook outlook, LocalDate origin) {
        double[] expected = new double[YEAR / STEP + 2];
        for (int i = 1; i < expected.length; i++) {
            int to = Math.min(YEAR, i * STEP);
            expected[i] = Math.max(expected[i - 1], outlook.expected(weeks(origin, to)));
        }
        return expected;
    }

    /** Purchase days by the size of their baskets, from this step after the origin on, discounted by the day. */
    private double[] sums(double[] expected, int step, double rate) {
        double[] sums = new double[expected.length];
        for (int i = 1; i < expected.length; i++) {
            double middle = ((i - 1) * STEP + Math.min(YEAR, i * STEP)) / 2.0;
            double basket = baskets.step(step + i - 1);
            sums[i] = sums[i - 1] + (expected[i] - expected[i - 1]) * basket * Math.exp(-rate * middle);
        }
        return sums;
    }

    private double ifBought(OrderModel model, History now, LocalDate origin) {
        Outlook then = model.outlook(new History(now.x() + 1, now.age(), now.age()));
        return sums(expected(then, origin), 0, RATE)[13];
    }

    private double ifSilent(OrderModel model, History now, LocalDate origin) {
        Outlook then = model.outlook(new History(now.x(), now.recency(), now.age() + weeks(origin, SILENT)));
        return sums(expected(then, origin.plusDays(SILENT)), SILENT / STEP, RATE)[13];
    }

    private double weeks(LocalDate origin, int days) {
        return clock.weeks(origin, origin.plusDays(days));
    }
}
