package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How a customer's value moved over the last month ends. */
final class MonthEnds {
    /** Month ends that are looked at, the latest first; a business date that ends a month is one. */
    private static final int SEEN = 5;

    /** A value has fallen when less than this share of it is left. */
    private static final String KEPT = "0.9D";

    private MonthEnds() {}

    /**
     * A row for each customer: {@code previous_fen}, the value at the last month end before the date, null when the customer had not
     * bought by then; and {@code months_falling}, how many months in a row up to the last month end the value fell in.
     *
     * @param valued {@code oneid, origin_date, ltv_365_fen}
     */
    static Dataset<Row> of(Dataset<Row> valued, LocalDate date) {
        List<Column> values = new ArrayList<>();
        YearMonth month = YearMonth.from(date.plusDays(1)).minusMonths(1);
        for (int back = 0; back < SEEN; back++) {
            values.add(at(month.minusMonths(back).atEndOfMonth()).as("v" + back));
        }
        values.add(at(YearMonth.from(date).minusMonths(1).atEndOfMonth()).as("previous_fen"));
        String falling = "0";
        for (int back = SEEN - 2; back >= 0; back--) {
            falling = "if(coalesce(v%d < %s * v%d, false), 1 + %s, 0)".formatted(back, KEPT, back + 1, falling);
        }
        return valued.groupBy("oneid")
                .agg(values.get(0), values.subList(1, values.size()).toArray(Column[]::new))
                .select(col("oneid"), col("previous_fen"), expr(falling).as("months_falling"));
    }

    private static Column at(LocalDate day) {
        return expr("max(if(origin_date = date'" + day + "', ltv_365_fen, null))");
    }
}
