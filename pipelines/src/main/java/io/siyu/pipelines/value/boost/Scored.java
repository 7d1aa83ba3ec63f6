package io.siyu.pipelines.value.boost;

import java.util.List;
import org.apache.spark.sql.Row;

/**
 * What the challengers said of a span, and what came true; in a fixed order.
 *
 * @param days purchase days, of the boosted Poisson model; these cells say nothing of spend
 * @param daysSpend what they come to; these and the next say nothing of purchase days
 * @param spend of the two-part model
 */
public record Scored(Span span, List<Cell> days, List<Cell> daysSpend, List<Cell> spend) {
    /**
     * Customers who are predicted alike, and did alike. All but the first two are of one customer, on average; money is fen.
     *
     * @param repeats purchase days seen after the first; 7 is 7 and more
     * @param brier square error of the probability of any spend
     * @param in50 share whose central interval of 50 % had the spend in it
     */
    public record Cell(
            int repeats,
            double customers,
            double days,
            double fen,
            int laterDays,
            double laterFen,
            double brier,
            double in50,
            double in80,
            double in95) {

        static Cell of(Row row) {
            double customers = row.getLong(7);
            return new Cell(
                    row.getInt(2),
                    customers,
                    row.getLong(8) / Tally.BILLION / customers,
                    row.getLong(9) / Tally.HUNDRED / customers,
                    row.getInt(3),
                    row.getLong(10) / customers,
                    row.getLong(11) / Tally.BILLION / customers,
                    row.getLong(12) / customers,
                    row.getLong(13) / customers,
                    row.getLong(14) / customers);
        }
    }
}
