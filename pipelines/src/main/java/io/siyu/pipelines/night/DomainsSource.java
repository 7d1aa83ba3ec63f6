package io.siyu.pipelines.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;

import io.siyu.pipelines.page.DomainsData;
import io.siyu.pipelines.page.PageData;
import io.siyu.pipelines.release.Pinned;
import io.siyu.pipelines.release.Release;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads out of a release what the page of domains shows. */
final class DomainsSource {
    /** Tables shown, and what of each. */
    private static final Map<String, UnaryOperator<Dataset<Row>>> TABLES = Map.of(
            "ads.domain_scorecard", UnaryOperator.identity(),
            "ads.programme_month", UnaryOperator.identity(),
            "ads.campaign_lift", UnaryOperator.identity(),
            "ads.attribution", DomainsSource::months);

    private final Installation at;
    private final SparkSession spark;

    DomainsSource(Installation at, SparkSession spark) {
        this.at = at;
        this.spark = spark;
    }

    /** @param page the daily page of the same release, whose money, versions and contracts hold here too */
    DomainsData of(Release release, PageData page) {
        Pinned pinned = new Pinned(at.lake(), release);
        Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
        TABLES.forEach((table, part) -> {
            if (release.versions().containsKey(table)) {
                tables.put(table, rows(part.apply(pinned.whole(spark, table))));
            }
        });
        return new DomainsData(
                page.releaseId(), page.businessDate(), page.money(), page.versions(), tables, page.definitions());
    }

    private static Dataset<Row> months(Dataset<Row> attribution) {
        return attribution
                .where(col("conversion").equalTo("order"))
                .groupBy(trunc(col("converted_date"), "month").as("month"), col("model"), col("domain"), col("channel"))
                .agg(sum("credit_fen").as("credit_fen"));
    }

    private static List<Map<String, Object>> rows(Dataset<Row> rows) {
        List<Map<String, Object>> all = new ArrayList<>();
        Dataset<Row> sorted =
                rows.orderBy(Arrays.stream(rows.columns()).map(rows::col).toArray(Column[]::new));
        for (Row row : sorted.collectAsList()) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                cells.put(row.schema().fieldNames()[i], value instanceof Date date ? date.toString() : value);
            }
            all.add(cells);
        }
        return all;
    }
}
