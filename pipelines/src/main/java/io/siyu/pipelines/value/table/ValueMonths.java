package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * {@code dws.customer_value_month}: what {@code dws.customer_value} said in each month. The rows of a month are those of the last
 * night that ran in it: of the month under way tonight's, of one that is over what was said then, whatever models and customers
 * are by now. A night that runs again when a later one has spoken changes nothing.
 */
public final class ValueMonths implements Transform {
    /** A year of months that are over, and the one under way. */
    private static final int MONTHS = 13;

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        LocalDate month = dates.business().withDayOfMonth(1);
        Column said = col("month");
        Dataset<Row> own =
                in.table("dws.customer_value_month").where(said.geq(Date.valueOf(month.minusMonths(MONTHS - 1L))));
        if (!own.where(col("as_of_date").gt(Date.valueOf(dates.business()))).isEmpty()) {
            return own;
        }
        Dataset<Row> tonight =
                in.table("dws.customer_value").withColumn("month", expr("cast(trunc(as_of_date, 'month') as date)"));
        Column[] columns = Arrays.stream(own.columns()).map(tonight::col).toArray(Column[]::new);
        return own.where(said.notEqual(Date.valueOf(month))).unionByName(tonight.select(columns));
    }
}
