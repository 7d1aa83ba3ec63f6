package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.clock.ClockFit;
import io.siyu.pipelines.value.clock.CohortDays;
import io.siyu.pipelines.value.model.Cells;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * {@code dws.customer_value}: what each customer is expected to buy, to spend and to be worth. The model that the trials of the
 * night publish is fitted here, from counted histories as of tonight; histories at earlier month ends are valued by the same models, so that a fall is the customer's and not
 * the fit's.
 */
public final class CustomerValue implements Transform {
    private static final int YEAR = 365;

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        LocalDate date = dates.business();
        CohortDays counts = Clocks.counts(in.table("dws.customer_purchase"));
        Asked asked =
                in.table("dws.value_trial").where("is_published").select("asked").distinct().collectAsList().stream()
                        .map(row -> Asked.of(row.getString(0)))
                        .findFirst()
                        .orElse(Asked.CHAMPION);
        Clock clock = asked.isSeasonal()
                ? ClockFit.of(counts, Clocks.names(in.table("dim.date")), date, YEAR)
                        .clock()
                : Clock.EVEN;
        Dataset<Row> own = in.table("dws.customer_history").where("held_days = 0");
        Dataset<Row> histories = Grain.of(own, Clocks.of(own, counts, origin -> clock));
        Dataset<Row> tonight = histories.where(col("origin_date").equalTo(date));
        Cells cells = Grain.cells(tonight);
        OrderFit orders = OrderFit.of(asked.family(), cells);
        SpendRule spend = SpendRule.of(Grain.spends(tonight));
        Dataset<Row> forecasts = histories
                .select("origin_date", "repeats", "recency", "age")
                .distinct()
                .mapPartitions(new CellForecast(orders, spend, clock), Encoders.row(CellForecast.SHAPE))
                .localCheckpoint();
        String perDay = "%s * (%s + greatest(spend_fen, 0)) / (%s * (repeats + 1) + %s - 1)"
                .formatted(sql(spend.p()), sql(spend.gamma()), sql(spend.p()), sql(spend.q()));
        Dataset<Row> valued = histories
                .join(broadcast(forecasts), new String[] {"origin_date", "repeats", "recency", "age"})
                .withColumn("per_day", expr(perDay))
                .withColumn(
                        "prior_share",
                        expr("(%s - 1) / (%s * (repeats + 1) + %s - 1)"
                                .formatted(sql(spend.q()), sql(spend.p()), sql(spend.q()))))
                .withColumn("unit_fen", expr(sql(spend.gamma()) + " + greatest(spend_fen, 0)"))
                .withColumn("ltv_365_fen", expr("cast(round(worth_365 * per_day) as bigint)"));
        Dataset<Row> then = MonthEnds.of(valued, date);
        return valued.where(col("origin_date").equalTo(date))
                .join(then, "oneid")
                .selectExpr(ValueColumns.of(orders));
    }

    /** A number as SQL reads it, with all its digits. */
    private static String sql(double number) {
        return "double('" + number + "')";
    }
}
