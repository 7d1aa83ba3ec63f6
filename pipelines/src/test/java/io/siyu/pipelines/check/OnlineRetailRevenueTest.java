package io.siyu.pipelines.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.to_date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.siyu.pipelines.RawRevenue;
import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Rows;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All 541,909 real lines through the example's SQL, against another engine's sums of the raw files. */
class OnlineRetailRevenueTest {
    private static final LocalDate LAST = LocalDate.of(2011, 12, 9);
    private static final String ODS = "ods.online_retail_line";

    private static Dataset<Row> orders;
    private static Dataset<Row> refunds;

    @BeforeAll
    static void rows() {
        assumeTrue(RawRevenue.isHere(), () -> "no real lines at " + RawRevenue.files());
        SparkSession spark = TestSpark.session();
        spark.conf().set("spark.sql.shuffle.partitions", "4");
        Plan plan = Plan.of(
                spark,
                Catalog.load(new House(List.of(Path.of("../warehouse"), Path.of("../docs/examples/online-retail")))));
        Transform.Dates dates = new Transform.Dates(LAST, LocalDate.EPOCH);
        Dataset<Row> lines = lines(spark, plan);
        orders = Rows.of(spark, plan.definition("dwd.order_line"), new Inputs("test", Map.of(ODS, lines)), dates)
                .persist();
        refunds = Rows.of(
                        spark,
                        plan.definition("dwd.refund"),
                        new Inputs("test", Map.of(ODS, lines, "dwd.order_line", orders)),
                        dates)
                .persist();
    }

    @AfterAll
    static void forget() {
        if (orders != null) {
            orders.unpersist();
            refunds.unpersist();
        }
    }

    @Test
    void every_line_is_an_order_line_or_a_refund_under_a_key_of_its_own() {
        assertThat(orders.select("order_uid", "line_no").distinct().count()
                        + refunds.select("refund_uid").distinct().count())
                .isEqualTo(orders.count() + refunds.count())
                .isEqualTo(541_909);
    }

    @Test
    void net_revenue_of_every_day_is_that_of_the_raw_lines_to_the_penny() {
        assertThat(net("cast(paid_date as string)", "cast(refund_date as string)"))
                .isEqualTo(RawRevenue.netByDay(LAST))
                .hasSize(305);
    }

    @Test
    void net_revenue_of_every_customer_and_of_nobody_is_that_of_the_raw_lines_to_the_penny() {
        SortedMap<String, Long> net = net("coalesce(id_value, '')", "coalesce(id_value, '')");
        assertThat(net).isEqualTo(RawRevenue.netByCustomer(LAST)).hasSize(4_373);
        assertThat(net.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(974_774_793);
    }

    @Test
    void most_credits_find_the_purchase_they_take_back_and_none_is_later() {
        assertThat(refunds.where("order_paid_date < refund_date").count()).isEqualTo(6_812);
        assertThat(refunds.where("order_paid_date = refund_date").count()).isEqualTo(787);
        assertThat(refunds.where("order_paid_date is null").count()).isEqualTo(1_691);
    }

    private static SortedMap<String, Long> net(String orderKey, String refundKey) {
        Dataset<Row> paid = orders.where("is_valid_sale")
                .select(expr(orderKey).as("k"), col("pay_fen").as("fen"));
        Dataset<Row> back = refunds.select(expr(refundKey), expr("-refund_fen"));
        SortedMap<String, Long> net = new TreeMap<>();
        paid.union(back)
                .groupBy("k")
                .sum("fen")
                .collectAsList()
                .forEach(row -> net.put(row.getString(0), row.getLong(1)));
        return net;
    }

    /** The raw lines in the landed table's columns, each in the drop folder of its day. */
    private static Dataset<Row> lines(SparkSession spark, Plan plan) {
        String[] files = RawRevenue.files().stream().map(Path::toString).toArray(String[]::new);
        Dataset<Row> raw = spark.read().option("header", "true").csv(files);
        Column drop = to_date(col("InvoiceDate"));
        Dataset<Row> landed = raw.select(
                col("InvoiceNo").as("invoice_no"),
                col("StockCode").as("stock_code"),
                col("Quantity").as("quantity"),
                col("InvoiceDate").as("invoice_date"),
                col("UnitPrice").as("unit_price"),
                col("CustomerID").as("customer_id"),
                col("Country").as("country"),
                drop.as("_drop_date"),
                concat(drop.cast("string"), lit("/online_retail/lines.csv")).as("_file"),
                monotonically_increasing_id().as("_row_no"),
                lit("").as("_raw"),
                lit("").as("_row_hash"),
                date_add(drop, 1).cast("timestamp").as("_ingest_ts"));
        assertThat(landed.columns())
                .containsExactly(Lake.schema(plan.catalog().table(ODS)).fieldNames());
        return landed;
    }
}
