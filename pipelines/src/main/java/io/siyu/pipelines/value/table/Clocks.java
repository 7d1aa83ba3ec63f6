package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;

import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.clock.CohortDays;
import io.siyu.pipelines.value.clock.DayNames;
import io.siyu.pipelines.value.clock.DayNames.Name;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** The clock of each origin, beside the histories that are told by it. */
record Clocks(Map<LocalDate, Clock> byOrigin, LocalDate from) {
    private static final StructType SHAPE = StructType.fromDDL("origin_date DATE, passed ARRAY<DOUBLE>");

    /** A clock for each origin that the histories have. */
    static Clocks of(Dataset<Row> histories, CohortDays counts, Function<LocalDate, Clock> clock) {
        Map<LocalDate, Clock> byOrigin = new TreeMap<>();
        histories.select("origin_date").distinct().collectAsList().stream()
                .map(row -> row.getDate(0).toLocalDate())
                .sorted()
                .forEach(origin -> byOrigin.put(origin, clock.apply(origin)));
        return new Clocks(byOrigin, counts.first().orElse(LocalDate.EPOCH));
    }

    /** Purchase days of {@code dws.customer_purchase}, counted by the day on which their customers first bought. */
    static CohortDays counts(Dataset<Row> purchases) {
        CohortDays counts = new CohortDays();
        purchases
                .where("moved_on = purchase_date")
                .groupBy("first_date", "moved_on")
                .count()
                .collectAsList()
                .forEach(row ->
                        counts.add(row.getDate(0).toLocalDate(), row.getDate(1).toLocalDate(), row.getLong(2)));
        return counts;
    }

    /** Days of {@code dim.date} that have a name: of a festival, its day apart from its run-up, else of a public holiday. */
    static DayNames names(Dataset<Row> dates) {
        Map<LocalDate, Name> names = new TreeMap<>();
        dates.where("festival is not null or holiday is not null")
                .selectExpr(
                        "calendar_date",
                        "if(is_festival_day, 'festival_day', if(festival is null, 'holiday', 'festival'))",
                        "coalesce(festival, holiday)")
                .collectAsList()
                .forEach(row -> names.put(row.getDate(0).toLocalDate(), new Name(row.getString(1), row.getString(2))));
        return new DayNames(names);
    }

    Clock at(LocalDate origin) {
        return byOrigin.getOrDefault(origin, Clock.EVEN);
    }

    /** {@code recency} and {@code age} in whole days of the clock, beside {@code recency_days} and {@code age_days}. */
    Dataset<Row> on(Dataset<Row> histories) {
        List<Row> rows = new ArrayList<>();
        byOrigin.forEach((origin, clock) -> rows.add(RowFactory.create(
                Date.valueOf(origin), clock.passed(from, origin).toArray(Double[]::new))));
        Dataset<Row> passed = histories.sparkSession().createDataFrame(rows, SHAPE);
        String first = "(size(passed) - age_days)";
        return histories
                .join(broadcast(passed), "origin_date")
                .withColumn("recency", rounded(first + " + recency_days", first))
                .withColumn("age", rounded("size(passed)", first))
                .drop("passed");
    }

    private static org.apache.spark.sql.Column rounded(String to, String from) {
        return expr("cast(floor(element_at(passed, %s) - element_at(passed, %s) + 0.5D) as int)".formatted(to, from));
    }
}
