package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.siyu.pipelines.value.total.TotalSum;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** The models that were fitted to a night's counts, and what they say of each customer. */
public final class NightModels {
    /** Few bytes and much to compute: by their bytes alone all cells would be one task. */
    private static final int PARTS_PER_CORE = 8;

    private static final Column[] KEYS = {col("origin_date"), col("repeats"), col("recency"), col("age"), col("pace")};

    private static final StructType PACES = StructType.fromDDL("first_domain STRING, first_month STRING, pace DOUBLE");

    private final NightCounts counts;
    private final PacedFit orders;
    private final SpendRule spend;

    NightModels(NightCounts counts, PacedFit orders, SpendRule spend) {
        this.counts = counts;
        this.orders = orders;
        this.spend = spend;
    }

    /** The model of orders that is published, and why it is this one: {@code Pareto/NBD, identified}. */
    public String told() {
        return orders.base().family().label() + ", " + orders.base().reason();
    }

    /** What the model of orders says of histories, by cohort. */
    PacedFit.Moments moments() {
        return orders.moments();
    }

    /** An empty total within a horizon, in weeks of the clock. */
    TotalSum sum(PacedFit.Moments moments, double weeks) {
        return new TotalSum(moments.all(), spend.model(), spend.logCovariance(), weeks);
    }

    /**
     * The rows of {@code dws.customer_value}. Histories at earlier month ends are valued by the same models, so that a fall is the
     * customer's and not the fit's.
     */
    public Dataset<Row> rows() {
        Dataset<Row> histories = paced();
        Dataset<Row> cells = histories.select(KEYS).distinct();
        int parts = PARTS_PER_CORE * cells.sparkSession().sparkContext().defaultParallelism();
        String priorShare =
                "(%s - 1) / (%s * (repeats + 1) + %s - 1)".formatted(sql(spend.q()), sql(spend.p()), sql(spend.q()));
        Dataset<Row> forecasts = cells.repartition(parts, KEYS)
                .mapPartitions(
                        new CellForecast(orders.base(), spend, counts.clock(), counts.baskets()),
                        Encoders.row(CellForecast.SHAPE))
                .selectExpr(ValueColumns.shown(priorShare))
                .localCheckpoint();
        String perDay = "%s * (%s + greatest(seen_fen, 0)) / (%s * (repeats + 1) + %s - 1)"
                .formatted(sql(spend.p()), sql(spend.gamma()), sql(spend.p()), sql(spend.q()));
        Dataset<Row> valued = histories
                .join(broadcast(forecasts), new String[] {"origin_date", "repeats", "recency", "age", "pace"})
                .withColumn("per_day", expr(perDay))
                .withColumn("unit_fen", expr(sql(spend.gamma()) + " + greatest(seen_fen, 0)"))
                .withColumn("ltv_365_fen", expr(ValueColumns.fen("worth_365 * per_day")));
        Dataset<Row> then = MonthEnds.of(valued, counts.date()).hint("shuffle_hash");
        return valued.where(col("origin_date").equalTo(counts.date()))
                .join(then, "oneid")
                .selectExpr(ValueColumns.of(orders.base()));
    }

    /** The histories with the {@code pace} of their cohort. */
    private Dataset<Row> paced() {
        if (orders.domains().isEmpty()) {
            return counts.histories().withColumn("pace", lit(0.0));
        }
        List<Row> paces = counts.cohorts().keySet().stream()
                .map(cohort -> RowFactory.create(cohort.domain(), cohort.month(), orders.pace(cohort)))
                .toList();
        Dataset<Row> known = counts.histories().sparkSession().createDataFrame(paces, PACES);
        return counts.histories()
                .withColumn("first_month", expr(Cohort.month("date'" + counts.date() + "'")))
                .join(broadcast(known), new String[] {"first_domain", "first_month"}, "left")
                .drop("first_month")
                .na()
                .fill(0.0, new String[] {"pace"});
    }

    /** A number as SQL reads it, with all its digits. */
    private static String sql(double number) {
        return "double('" + number + "')";
    }
}
