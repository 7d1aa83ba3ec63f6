package io.siyu.pipelines.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.siyu.pipelines.RawRevenue;
import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.cut.Cut;
import io.siyu.pipelines.feed.DropFile;
import io.siyu.pipelines.feed.FeedParser;
import io.siyu.pipelines.feed.Landing;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Rows;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Feed;
import io.siyu.warehouse.FeedReader;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All 541,909 real lines through the example's SQL, against another engine's sums of the raw files. */
class OnlineRetailRevenueTest {
    private static final LocalDate LAST = LocalDate.of(2011, 12, 9);
    private static final String ODS = "ods.online_retail_line";

    @TempDir
    static Path landing;

    private static Dataset<Row> lines;
    private static Dataset<Row> orders;
    private static Dataset<Row> refunds;

    @BeforeAll
    static void rows() {
        assumeTrue(RawRevenue.isHere(), () -> "no real lines at " + RawRevenue.files());
        SparkSession spark = TestSpark.session();
        spark.conf().set("spark.sql.shuffle.partitions", "4");
        spark.conf().set("spark.sql.codegen.factoryMode", "FALLBACK");
        Plan plan = Plan.of(
                spark,
                Catalog.load(new House(List.of(Path.of("../warehouse"), Path.of("../docs/examples/online-retail")))));
        lines = lines(spark, plan).persist(StorageLevel.MEMORY_AND_DISK());
        Map<String, Dataset<Row>> made = new HashMap<>(Map.of(ODS, lines));
        made.put("dwd.order_source", rows(spark, plan, "dwd.order_source", made));
        orders = rows(spark, plan, "dwd.order_line", made).persist(StorageLevel.MEMORY_AND_DISK());
        made.put("dwd.order_line", orders);
        made.put("dwd.refund_said", rows(spark, plan, "dwd.refund_said", made));
        refunds = rows(spark, plan, "dwd.refund", made).persist();
    }

    /** Rows of a table over what was made before it; what this shop has not is empty. */
    private static Dataset<Row> rows(SparkSession spark, Plan plan, String table, Map<String, Dataset<Row>> made) {
        Definition definition = plan.definition(table);
        Map<String, Dataset<Row>> inputs = new HashMap<>();
        for (String name : definition.reads()) {
            inputs.put(
                    name,
                    made.getOrDefault(name, Lake.empty(spark, plan.catalog().table(name))));
        }
        return Rows.of(spark, definition, new Inputs("test", inputs), new Transform.Dates(LAST, LocalDate.EPOCH));
    }

    @AfterAll
    static void forget() {
        if (orders != null) {
            lines.unpersist();
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
        SortedMap<String, Long> net = net("cast(paid_date as string)", "cast(refund_date as string)");
        assertThat(RawRevenue.differences(net, RawRevenue.netByDay(LAST))).isEmpty();
        assertThat(net).hasSize(305);
    }

    @Test
    void net_revenue_of_every_customer_and_of_nobody_is_that_of_the_raw_lines_to_the_penny() {
        SortedMap<String, Long> net = net("coalesce(id_value, '')", "coalesce(id_value, '')");
        assertThat(RawRevenue.differences(net, RawRevenue.netByCustomer(LAST))).isEmpty();
        assertThat(net).hasSize(4_372);
        assertThat(net.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(974_774_793);
    }

    @Test
    void what_is_no_sale_is_told_by_its_reason() {
        Map<String, Long> reasons = new TreeMap<>();
        orders.selectExpr("coalesce(invalid_reason, 'sale') as reason")
                .groupBy("reason")
                .count()
                .collectAsList()
                .forEach(row -> reasons.put(row.getString(0), row.getLong(1)));
        assertThat(reasons)
                .isEqualTo(Map.of("sale", 530_100L, "negative_quantity", 1_336L, "gift", 44L, "zero_price", 1_139L));
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

    /** The raw files cut into days and parsed as the example's feed says. */
    private static Dataset<Row> lines(SparkSession spark, Plan plan) {
        new Cut("InvoiceDate", Optional.of("InvoiceNo"), "online_retail/lines.csv", landing).files(RawRevenue.files());
        Table table = plan.catalog().table(ODS);
        Feed feed = FeedReader.read(table);
        List<DropFile> files = new Landing(landing).files(feed, LAST);
        return FeedParser.parse(spark, table, feed, landing, files)
                .where(col(FeedParser.KIND).equalTo(FeedParser.ROW))
                .drop(FeedParser.KIND, FeedParser.REASON);
    }
}
