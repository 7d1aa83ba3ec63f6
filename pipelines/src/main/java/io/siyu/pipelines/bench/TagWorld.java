package io.siyu.pipelines.bench;

import static org.apache.spark.sql.functions.expr;

import io.siyu.warehouse.Column;
import io.siyu.warehouse.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Rows of the tables that tags are drawn from, for measurements: of each customer so many over 400 days, every column of the
 * contract filled by a hash of its name and the row's number.
 */
final class TagWorld {
    /** The day on which nothing is newer. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** Rows per customer; of other tables one. */
    private static final Map<String, Integer> ROWS = Map.of(
            "dws.customer_event", 50,
            "dws.customer_line", 20,
            "dws.customer_day", 12,
            "dws.customer_touch", 10,
            "dim.identity", 4,
            "dws.customer_points", 4,
            "dws.customer_coupon", 3,
            "dws.customer_chat", 2);

    /** What texts say; of other columns one of twenty codes. */
    private static final Map<String, String> TEXTS = Map.of(
            "event", "'$MPLaunch', '$MPViewScreen', '$MPViewScreen', '$MPViewScreen', 'addToCart', '$MPShare'",
            "action", "'reach', 'reach', 'reach', 'click', 'share', 'redeem'",
            "domain", "'private', 'public'",
            "channel", "'store', 'mini_program', 'channels', 'tmall', 'jd', 'douyin'",
            "top_category", "'女装', '男装', '鞋', '箱包', '配饰'",
            "status", "'granted', 'open', 'normal'");

    private final SparkSession spark;
    private final long customers;

    TagWorld(SparkSession spark, long customers) {
        this.spark = spark;
        this.customers = customers;
    }

    long rows(String table) {
        return customers * ROWS.getOrDefault(table, 1);
    }

    /** The customers, {@code oneid}. */
    Dataset<Row> people() {
        return spark.range(customers).select(expr("concat('c', id)").as("oneid"));
    }

    /** The rows of a table. */
    Dataset<Row> rows(Table table) {
        int each = ROWS.getOrDefault(table.name(), 1);
        List<org.apache.spark.sql.Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(expr(value(column, each)).cast(column.type()).as(column.name()));
        }
        return spark.range(customers * each).select(columns.toArray(org.apache.spark.sql.Column[]::new));
    }

    private static String value(Column column, int each) {
        String chance = "pmod(xxhash64('" + column.name() + "', id), ";
        if (column.name().equals("oneid")) {
            return "concat('c', id div " + each + ")";
        }
        if (column.name().equals("order_uid")) {
            return "concat('o', id div 2)";
        }
        return switch (column.type()) {
            case "date" ->
                column.name().equals("valid_to")
                        ? "cast(null as date)"
                        : "date_sub(date'2026-11-20', int(" + chance + "400)))";
            case "timestamp" -> "timestamp'2026-11-20 12:00:00' - make_interval(0, 0, 0, int(" + chance + "400)))";
            case "boolean" -> chance + "3) = 0";
            case "int" -> "1 + " + chance + "3)";
            case "bigint" -> chance + "100000)";
            case "string" -> text(column.name(), chance);
            default -> chance + "1000) / 1000";
        };
    }

    private static String text(String name, String chance) {
        String texts = TEXTS.get(name);
        return texts == null
                ? "concat('" + name + "', " + chance + "20))"
                : "element_at(array(" + texts + "), int(" + chance + texts.split(",").length + ")) + 1)";
    }
}
