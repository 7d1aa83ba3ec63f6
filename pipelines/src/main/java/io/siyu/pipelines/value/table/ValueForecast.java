package io.siyu.pipelines.value.table;

import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.value.total.PeriodEffect;
import io.siyu.pipelines.value.total.PeriodEffect.Past;
import io.siyu.pipelines.value.total.Total;
import io.siyu.pipelines.value.total.TotalRange;
import io.siyu.pipelines.value.total.TotalSum;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * {@code ads.value_forecast}: what all customers together, and parts of them, are expected to buy and to spend, with intervals that
 * hold what moves many at once. The models are those of {@code dws.customer_value}; how far the period moves a total is learnt
 * from what the published model had said at earlier origins, of all customers, and is taken to be the same for a part.
 */
public final class ValueForecast implements Transform {
    private static final List<Integer> HORIZONS = List.of(30, 90, 180, 365);

    private static final StructType SHAPE = StructType.fromDDL("as_of_date DATE, segment_kind STRING, segment STRING,"
            + " horizon_days INT, customers BIGINT, orders DOUBLE, orders_low DOUBLE, orders_high DOUBLE,"
            + " orders_own_spread DOUBLE, orders_period_spread DOUBLE, spend_fen BIGINT, spend_low_fen BIGINT,"
            + " spend_high_fen BIGINT, spend_own_spread DOUBLE, spend_period_spread DOUBLE, origins INT");

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        NightCounts counts = NightCounts.of(in, dates.business());
        NightModels models = counts.fit();
        PacedFit.Moments moments = models.moments();
        List<Row> told = in.table("dws.value_trial")
                .where("is_published and slice = 'all'")
                .selectExpr("held_days", "measure", "origin_date", "predicted", "predicted_spread", "actual")
                .collectAsList();
        List<Row> rows = new ArrayList<>();
        Segments segments = Segments.of(counts.tonight());
        for (int days : HORIZONS) {
            double weeks = counts.clock().weeks(counts.date(), counts.date().plusDays(days));
            BasketShare basket = new BasketShare(counts.baskets(), days, counts.clock(), counts.date());
            List<Past> orders = past(told, Measure.ORDERS, days, counts.date());
            List<Past> spend = past(told, Measure.SPEND, days, counts.date());
            segments.each((segment, cells) -> {
                TotalSum sum = models.sum(moments, weeks);
                cells.forEach(cell -> sum.add(
                        moments.of(cell.cohort()),
                        cell.history(),
                        cell.customers(),
                        cell.days(),
                        cell.spent(),
                        cell.square(),
                        basket.of(moments.of(cell.cohort()), cell.history())));
                rows.add(row(
                        counts.date(),
                        segment,
                        days,
                        sum,
                        PeriodEffect.of(orders, days),
                        PeriodEffect.of(spend, days),
                        spend.size()));
            });
        }
        return counts.histories().sparkSession().createDataFrame(rows, SHAPE);
    }

    private static List<Past> past(List<Row> told, Measure measure, int days, LocalDate date) {
        return told.stream()
                .filter(row -> row.getInt(0) == days && row.getString(1).equals(measure.code()))
                .filter(row -> !row.isNullAt(4))
                .map(row ->
                        new Past(row.getDate(2).toLocalDate(), row.getDouble(3), row.getDouble(4), row.getDouble(5)))
                .filter(one -> !one.origin().plusDays(days).isAfter(date))
                .toList();
    }

    private static Row row(
            LocalDate date,
            Segments.Segment segment,
            int days,
            TotalSum sum,
            PeriodEffect orderEffect,
            PeriodEffect spendEffect,
            int origins) {
        Total orders = sum.orders();
        Total spend = sum.spend();
        TotalRange orderRange = orderEffect.around(orders.expected(), orders.spread());
        TotalRange spendRange = spendEffect.around(spend.expected(), spend.spread());
        return RowFactory.create(
                Date.valueOf(date),
                segment.kind(),
                segment.name(),
                days,
                Math.round(sum.customers()),
                Shown.orders(orders.expected()),
                Shown.orders(orderRange.low()),
                Shown.orders(orderRange.high()),
                Shown.share(orders.spread()),
                Shown.share(orderEffect.spread()),
                Math.round(spend.expected()),
                Math.round(spendRange.low()),
                Math.round(spendRange.high()),
                Shown.share(spend.spread()),
                Shown.share(spendEffect.spread()),
                origins);
    }
}
