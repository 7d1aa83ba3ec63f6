package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.siyu.pipelines.value.total.OrderMoments;
import io.siyu.pipelines.value.total.TotalSum;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The models that were fitted to a night's counts, and what they say of each customer. */
public final class NightModels {
    /** Few bytes and much to compute: by their bytes alone all cells would be one task. */
    private static final int PARTS_PER_CORE = 8;

    private final NightCounts counts;
    private final OrderFit orders;
    private final SpendRule spend;

    NightModels(NightCounts counts, OrderFit orders, SpendRule spend) {
        this.counts = counts;
        this.orders = orders;
        this.spend = spend;
    }

    /** The model of orders that is published, and why it is this one: {@code Pareto/NBD, identified}. */
    public String told() {
        return orders.family().label() + ", " + orders.reason();
    }

    /** What the model of orders says of histories. */
    OrderMoments moments() {
        return orders.moments();
    }

    /** An empty total within a horizon, in weeks of the clock. */
    TotalSum sum(OrderMoments moments, double weeks) {
        return new TotalSum(moments, spend.model(), spend.logCovariance(), weeks);
    }

    /**
     * The rows of {@code dws.customer_value}. Histories at earlier month ends are valued by the same models, so that a fall is the
     * customer's and not the fit's.
     */
    public Dataset<Row> rows() {
        Dataset<Row> cells = counts.histories()
                .select("origin_date", "repeats", "recency", "age")
                .distinct();
        int parts = PARTS_PER_CORE * cells.sparkSession().sparkContext().defaultParallelism();
        String priorShare =
                "(%s - 1) / (%s * (repeats + 1) + %s - 1)".formatted(sql(spend.q()), sql(spend.p()), sql(spend.q()));
        Dataset<Row> forecasts = cells.repartition(
                        parts, col("origin_date"), col("repeats"), col("recency"), col("age"))
                .mapPartitions(new CellForecast(orders, spend, counts.clock()), Encoders.row(CellForecast.SHAPE))
                .selectExpr(ValueColumns.shown(priorShare))
                .localCheckpoint();
        String perDay = "%s * (%s + greatest(spend_fen, 0)) / (%s * (repeats + 1) + %s - 1)"
                .formatted(sql(spend.p()), sql(spend.gamma()), sql(spend.p()), sql(spend.q()));
        Dataset<Row> valued = counts.histories()
                .join(broadcast(forecasts), new String[] {"origin_date", "repeats", "recency", "age"})
                .withColumn("per_day", expr(perDay))
                .withColumn("unit_fen", expr(sql(spend.gamma()) + " + greatest(spend_fen, 0)"))
                .withColumn("ltv_365_fen", expr(ValueColumns.fen("worth_365 * per_day")));
        Dataset<Row> then = MonthEnds.of(valued, counts.date()).hint("shuffle_hash");
        return valued.where(col("origin_date").equalTo(counts.date()))
                .join(then, "oneid")
                .selectExpr(ValueColumns.of(orders));
    }

    /** A number as SQL reads it, with all its digits. */
    private static String sql(double number) {
        return "double('" + number + "')";
    }
}
