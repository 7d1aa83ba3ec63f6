package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.expr;

import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.value.basket.BasketDays;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** {@code dws.basket_level}: what a purchase came to around each day, by what is known at each origin. */
public final class BasketLevels implements Transform {
    private static final StructType SHAPE =
            StructType.fromDDL("origin_date DATE, calendar_date DATE, level_fen BIGINT, to_origin DOUBLE");

    private static final double SHOWN = 1e6;

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> bought = in.table("dws.customer_day");
        BasketDays days = new BasketDays();
        bought.where("orders > 0 and business_date <= date'" + dates.business() + "'")
                .selectExpr("business_date", "cast(pay_fen as decimal(19, 0)) as fen")
                .groupBy("business_date")
                .agg(expr("count(*)"), expr("cast(sum(fen) as double)"), expr("cast(sum(fen * fen) as double)"))
                .collectAsList()
                .forEach(row ->
                        days.add(row.getDate(0).toLocalDate(), row.getLong(1), row.getDouble(2), row.getDouble(3)));
        List<Row> rows = new ArrayList<>();
        in.table("dws.value_origin").select("level_date").distinct().collectAsList().stream()
                .map(row -> row.getDate(0).toLocalDate())
                .sorted()
                .forEach(origin -> rows.addAll(of(origin, days.levels(origin))));
        return bought.sparkSession().createDataFrame(rows, SHAPE);
    }

    /** A level of 0, where all was given away, says nothing of how purchases compare. */
    private static List<Row> of(LocalDate origin, SortedMap<LocalDate, Double> levels) {
        List<Row> rows = new ArrayList<>();
        levels.forEach((day, level) -> rows.add(RowFactory.create(
                Date.valueOf(origin),
                Date.valueOf(day),
                Math.max(1, Math.round(level)),
                level > 0 ? Math.round(levels.getOrDefault(origin, level) / level * SHOWN) / SHOWN : 1)));
        return rows;
    }

    /** Levels by day as known at one origin, of this table's rows. */
    static SortedMap<LocalDate, Double> at(Dataset<Row> rows, LocalDate origin) {
        return of(rows.where("origin_date = date'" + origin + "'")).getOrDefault(origin, new TreeMap<>());
    }

    /** The same at all origins. */
    static SortedMap<LocalDate, SortedMap<LocalDate, Double>> of(Dataset<Row> rows) {
        SortedMap<LocalDate, SortedMap<LocalDate, Double>> levels = new TreeMap<>();
        rows.select("origin_date", "calendar_date", "level_fen")
                .collectAsList()
                .forEach(row -> levels.computeIfAbsent(row.getDate(0).toLocalDate(), any -> new TreeMap<>())
                        .put(row.getDate(1).toLocalDate(), (double) row.getLong(2)));
        return levels;
    }
}
