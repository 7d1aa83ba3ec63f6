package io.siyu.pipelines.value.boost;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Predictions and what came true, counted: customers of a span who are predicted alike and did alike within two percent are one. Sums
 * are whole numbers, so that they do not depend on the order of the customers.
 */
final class Tally {
    static final StructType SHAPE =
            StructType.fromDDL("span INT, model INT, repeats INT, later_days INT, orders_bin INT,"
                    + " spend_bin INT, later_bin INT, customers BIGINT, orders BIGINT, spend BIGINT, later_fen BIGINT,"
                    + " brier BIGINT, in_50 BIGINT, in_80 BIGINT, in_95 BIGINT");

    /** Columns by which customers are alike. */
    static final int KEYS = 7;

    /** Purchase days and squares of probabilities are counted in billionths. */
    static final double BILLION = 1e9;

    /** Spend that is expected is counted in hundredths of a fen. */
    static final double HUNDRED = 100;

    /** The boosted Poisson model's purchase days. */
    static final int DAYS = 0;

    /** Its spend. */
    static final int DAYS_SPEND = 1;

    /** The two-part model's spend. */
    static final int TWO_PART = 2;

    private static final int SUMS = SHAPE.length() - KEYS;
    private static final int MOST_FREQUENT = 7;

    private final Map<List<Integer>, long[]> sums = new HashMap<>();

    /** Two percent apart is another bin; nothing, and less, is one of its own. */
    static int bin(double value) {
        return value > 0 ? (int) Math.round(Math.log(value) / Math.log(1.02)) : Integer.MIN_VALUE;
    }

    /** The boosted Poisson model's customer: days and spend apart, so that few are unlike all others. */
    void add(int span, int repeats, double days, double fen, int laterDays, long laterFen) {
        long[] orders = of(span, DAYS, repeats, laterDays, bin(days), 0, 0);
        orders[0]++;
        orders[1] += Math.round(days * BILLION);
        spend(span, DAYS_SPEND, repeats, fen, laterFen);
    }

    /** The two-part model's customer. */
    void add(int span, int repeats, ZeroInflatedLogNormal spend, long laterFen) {
        long[] sum = spend(span, TWO_PART, repeats, spend.mean(), laterFen);
        double off = spend.some() - (laterFen > 0 ? 1 : 0);
        sum[4] += Math.round(off * off * BILLION);
        sum[5] += spend.holds(0.5, (double) laterFen) ? 1 : 0;
        sum[6] += spend.holds(0.8, (double) laterFen) ? 1 : 0;
        sum[7] += spend.holds(0.95, (double) laterFen) ? 1 : 0;
    }

    private long[] spend(int span, int model, int repeats, double fen, long laterFen) {
        long[] sum = of(span, model, repeats, 0, 0, bin(fen), bin((double) laterFen));
        sum[0]++;
        sum[2] += Math.round(fen * HUNDRED);
        sum[3] += laterFen;
        return sum;
    }

    Iterator<Row> rows() {
        return sums.entrySet().stream()
                .map(entry -> {
                    Object[] row = new Object[KEYS + SUMS];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = i < KEYS ? (Object) entry.getKey().get(i) : (Object) entry.getValue()[i - KEYS];
                    }
                    return RowFactory.create(row);
                })
                .iterator();
    }

    private long[] of(int span, int model, int repeats, int laterDays, int orders, int spend, int later) {
        return sums.computeIfAbsent(
                List.of(span, model, Math.min(MOST_FREQUENT, repeats), laterDays, orders, spend, later),
                key -> new long[SUMS]);
    }
}
