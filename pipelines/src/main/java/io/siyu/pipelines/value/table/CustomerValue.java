package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.Family;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * {@code dws.customer_value}: what each customer is expected to buy, to spend and to be worth. Models are fitted here, from counted
 * histories as of tonight; histories at earlier month ends are valued by the same models, so that a fall is the customer's and not
 * the fit's.
 */
public final class CustomerValue implements Transform {
    /** What a night asks for; {@link OrderFit} says what it gets. */
    static final Family ASKED = Family.PARETO_NBD;

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> histories =
                Grain.of(in.table("dws.customer_history").where("held_days = 0").localCheckpoint());
        Dataset<Row> tonight = histories.where(col("origin_date").equalTo(dates.business()));
        Cells cells = Grain.cells(tonight);
        OrderFit orders = OrderFit.of(ASKED, cells);
        SpendRule spend = SpendRule.of(Grain.spends(tonight));
        Dataset<Row> forecasts = histories
                .select("repeats", "recency", "age")
                .distinct()
                .mapPartitions(new CellForecast(orders, spend), Encoders.row(CellForecast.SHAPE))
                .localCheckpoint();
        String perDay = "%s * (%s + greatest(spend_fen, 0)) / (%s * (repeats + 1) + %s - 1)"
                .formatted(sql(spend.p()), sql(spend.gamma()), sql(spend.p()), sql(spend.q()));
        Dataset<Row> valued = histories
                .join(broadcast(forecasts), new String[] {"repeats", "recency", "age"})
                .withColumn("per_day", expr(perDay))
                .withColumn(
                        "prior_share",
                        expr("(%s - 1) / (%s * (repeats + 1) + %s - 1)"
                                .formatted(sql(spend.q()), sql(spend.p()), sql(spend.q()))))
                .withColumn("unit_fen", expr(sql(spend.gamma()) + " + greatest(spend_fen, 0)"))
                .withColumn("ltv_365_fen", expr("cast(round(worth_365 * per_day) as bigint)"));
        Dataset<Row> then = MonthEnds.of(valued, dates.business());
        return valued.where(col("origin_date").equalTo(dates.business()))
                .join(then, "oneid")
                .selectExpr(ValueColumns.of(orders));
    }

    /** A number as SQL reads it, with all its digits. */
    private static String sql(double number) {
        return "double('" + number + "')";
    }
}
