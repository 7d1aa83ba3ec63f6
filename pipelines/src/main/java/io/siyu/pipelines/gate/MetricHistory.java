package io.siyu.pipelines.gate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;

import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.store.Lake;
import io.siyu.quality.History;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What rules measured before a run's date, as {@code quality.metric} keeps it: read when a rule first asks, once a run. */
final class MetricHistory {
    private static final String METRIC = "quality.metric";
    private static final int DAYS = 100;

    private final SparkSession spark;
    private final Lake lake;
    private String asked = "";
    private Map<String, List<Double>> values = Map.of();

    MetricHistory(SparkSession spark, Lake lake) {
        this.spark = spark;
        this.lake = lake;
    }

    /** Dates before the run's; of several runs of one date the one with the greatest id tells. */
    History before(Run run) {
        return (table, rule, nights) -> {
            List<Double> all = read(run).getOrDefault(key(table, rule), List.of());
            return all.subList(0, Math.min(nights, all.size()));
        };
    }

    private synchronized Map<String, List<Double>> read(Run run) {
        if (!asked.equals(run.id())) {
            values = new HashMap<>();
            rows(run)
                    .ifPresent(rows -> rows.collectAsList()
                            .forEach(row -> values.computeIfAbsent(
                                            key(row.getString(0), row.getString(1)), key -> new ArrayList<>())
                                    .add(row.getDouble(3))));
            asked = run.id();
        }
        return values;
    }

    private Optional<Dataset<Row>> rows(Run run) {
        Date date = Date.valueOf(run.date());
        return lake.current(spark, METRIC)
                .map(version -> lake.whole(spark, METRIC, version.number())
                        .where(col("metric").contains("last("))
                        .where(col("business_date")
                                .lt(lit(date))
                                .and(col("business_date").geq(date_sub(lit(date), DAYS))))
                        .groupBy("table_name", "metric", "business_date")
                        .agg(max_by(col("value"), col("run_id")))
                        .orderBy(col("business_date").desc()));
    }

    private static String key(String table, String rule) {
        return table + " " + rule;
    }
}
