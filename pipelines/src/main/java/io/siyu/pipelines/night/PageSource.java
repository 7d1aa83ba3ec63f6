package io.siyu.pipelines.night;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.siyu.pipelines.Settings;
import io.siyu.pipelines.page.PageData;
import io.siyu.pipelines.release.Pinned;
import io.siyu.pipelines.release.Release;
import io.siyu.warehouse.Column;
import io.siyu.warehouse.Table;
import java.sql.Date;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads out of a release what the executive page shows. */
final class PageSource {
    private final Installation at;
    private final SparkSession spark;

    PageSource(Installation at, SparkSession spark) {
        this.at = at;
        this.spark = spark;
    }

    PageData of(Release release) {
        Pinned pinned = new Pinned(at.lake(), release);
        Settings.Currency money = at.settings().currency();
        return new PageData(
                release.id(),
                release.date().toString(),
                new PageData.Money(money.label(), money.symbol(), money.minorPerMajor()),
                release.versions().entrySet().stream()
                        .map(e -> new PageData.TableVersion(e.getKey(), e.getValue()))
                        .toList(),
                sales(pinned),
                cohorts(pinned),
                verdicts(pinned, release),
                files(pinned, release),
                controls(pinned, release),
                definitions());
    }

    private List<PageData.SalesDay> sales(Pinned pinned) {
        Map<String, String> stores = new TreeMap<>();
        collect(pinned.whole(spark, "dim.store").select("store_code", "name"))
                .forEach(r -> stores.put(r.getString(0), r.isNullAt(1) ? r.getString(0) : r.getString(1)));
        return collect(pinned.whole(spark, "ads.sales_day")
                        .selectExpr(
                                "cast(business_date as string)",
                                "domain",
                                "channel",
                                "store_code",
                                "orders",
                                "buyers",
                                "new_buyers",
                                "returning_buyers",
                                "order_fen",
                                "pay_fen",
                                "refund_fen",
                                "net_fen"))
                .stream()
                .map(r -> new PageData.SalesDay(
                        r.getString(0),
                        r.getString(1),
                        r.getString(2),
                        r.getString(3),
                        stores.getOrDefault(r.getString(3), r.getString(3)),
                        number(r, 4),
                        number(r, 5),
                        number(r, 6),
                        number(r, 7),
                        number(r, 8),
                        number(r, 9),
                        number(r, 10),
                        number(r, 11)))
                .toList();
    }

    private List<PageData.Cohort> cohorts(Pinned pinned) {
        return collect(pinned.whole(spark, "ads.customer_cohort")
                        .selectExpr(
                                "cast(cohort_month as string)",
                                "domain",
                                "month_no",
                                "customers",
                                "active_customers",
                                "repeaters",
                                "orders",
                                "net_fen"))
                .stream()
                .map(r -> new PageData.Cohort(
                        r.getString(0),
                        r.getString(1),
                        (int) number(r, 2),
                        number(r, 3),
                        number(r, 4),
                        number(r, 5),
                        number(r, 6),
                        number(r, 7)))
                .toList();
    }

    private List<PageData.Verdict> verdicts(Pinned pinned, Release release) {
        Map<String, List<Row>> byTable = new TreeMap<>();
        collect(pinned.rows(spark, "quality.rule_result")
                        .where(col("run_id").equalTo(release.run()))
                        .select("table_name", "rule", "severity", "passed", "message"))
                .forEach(r -> byTable.computeIfAbsent(r.getString(0), t -> new ArrayList<>())
                        .add(r));
        List<PageData.Verdict> verdicts = new ArrayList<>();
        byTable.forEach((table, rules) -> {
            List<Row> failed = rules.stream().filter(r -> !r.getBoolean(3)).toList();
            int errors = (int)
                    failed.stream().filter(r -> r.getString(2).equals("error")).count();
            verdicts.add(new PageData.Verdict(
                    table,
                    rules.size(),
                    errors,
                    failed.size() - errors,
                    failed.stream()
                            .map(r -> r.getString(1) + ": " + r.getString(4))
                            .sorted()
                            .toList()));
        });
        return verdicts;
    }

    private List<PageData.LandedFile> files(Pinned pinned, Release release) {
        return collect(pinned.rows(spark, "ods.file_manifest")
                        .where(col("drop_date").equalTo(lit(Date.valueOf(release.date()))))
                        .select("feed", "file", "landed_rows", "quarantined_rows"))
                .stream()
                .map(r -> new PageData.LandedFile(r.getString(0), r.getString(1), number(r, 2), number(r, 3)))
                .toList();
    }

    /** The business date's totals as the facts have them, for the line that reconciles the page. */
    private List<PageData.Control> controls(Pinned pinned, Release release) {
        Date day = Date.valueOf(release.date());
        long paid = total(
                pinned.rows(spark, "dwd.order_line")
                        .where(col("is_valid_sale").and(col("paid_date").equalTo(lit(day)))),
                "pay_fen");
        long refunded =
                total(pinned.rows(spark, "dwd.refund").where(col("refund_date").equalTo(lit(day))), "refund_fen");
        return List.of(
                new PageData.Control("dwd.order_line", "pay_fen", paid),
                new PageData.Control("dwd.refund", "refund_fen", refunded));
    }

    private static long total(Dataset<Row> rows, String column) {
        return rows.agg(coalesce(sum(col(column)), lit(0L)), count(lit(1)))
                .head()
                .getLong(0);
    }

    private Map<String, PageData.Definition> definitions() {
        Map<String, PageData.Definition> definitions = new TreeMap<>();
        for (Table table : at.catalog().tables()) {
            Map<String, String> columns = new LinkedHashMap<>();
            for (Column column : table.columns()) {
                columns.put(column.name(), column.description());
            }
            definitions.put(table.name(), new PageData.Definition(table.description(), table.owner(), columns));
        }
        return definitions;
    }

    private static List<Row> collect(Dataset<Row> rows) {
        return rows.collectAsList();
    }

    private static long number(Row row, int at) {
        return row.isNullAt(at) ? 0 : ((Number) row.get(at)).longValue();
    }
}
