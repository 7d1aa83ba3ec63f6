package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.siyu.pipelines.RawRevenue;
import io.siyu.pipelines.Settings;
import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.cut.Cut;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.progress.PlainProgress;
import io.siyu.pipelines.release.Pinned;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real web shop's year: a first load, then nights one by one, against DuckDB over the raw files. Many minutes:
 * {@code mvn -Plong -pl pipelines -am -Dtest=OnlineRetailNightsTest -Dsurefire.failIfNoSpecifiedTests=false test}.
 */
@Tag("long")
class OnlineRetailNightsTest {
    private static final LocalDate FIRST_LOAD = LocalDate.of(2011, 11, 8);
    private static final LocalDate LAST = LocalDate.of(2011, 12, 9);
    private static final List<String> TABLES = List.of(
            "dwd.order_line",
            "dwd.refund",
            "dim.product",
            "dim.identity",
            "dim.customer",
            "dws.customer_day",
            "dws.customer_lifetime",
            "ads.sales_day",
            "ads.customer_cohort");

    @TempDir
    private Path folder;

    @Test
    void net_revenue_is_that_of_the_raw_files_to_the_penny_after_nights_as_after_a_full_load() throws IOException {
        assumeTrue(RawRevenue.isHere(), "the UCI files are not beside this checkout, so this is not tested");
        Path landing = folder.resolve("landing");
        new Cut("InvoiceDate", Optional.of("InvoiceNo"), "online_retail/lines.csv", landing).files(RawRevenue.files());

        Installation nights = open("nights", landing);
        run(nights, "backfill", FIRST_LOAD);
        compare(nights, FIRST_LOAD);
        FIRST_LOAD.plusDays(1).datesUntil(LAST.plusDays(1)).forEach(date -> run(nights, "night", date));
        compare(nights, LAST);

        Installation once = open("once", landing);
        run(once, "backfill", LAST);
        compare(once, LAST);
        for (String table : TABLES) {
            assertThat(content(nights, table)).as(table).isEqualTo(content(once, table));
        }
    }

    private Installation open(String name, Path landing) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.writeString(home.resolve("siyu.yml"), "landing: " + landing + "\n");
        Settings settings = Settings.read(Path.of(".."), home, Optional.of(Path.of("../docs/examples/online-retail")));
        SparkSession spark = TestSpark.session();
        Catalog catalog = Catalog.load(settings.houses());
        return new Installation(settings, spark, new Lake(settings.lake()), catalog, Plan.of(spark, catalog));
    }

    private static void run(Installation at, String job, LocalDate date) {
        Night.Order order = new Night.Order(job, date, at.plan().steps(), true, false, new TreeSet<>());
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        RunResult result = new Night(at).run(order, new PlainProgress(nowhere));
        assertThat(result.exitCode()).as("%s %s: %s", job, date, result.steps()).isZero();
        System.out.printf(
                "%s %s: %d steps, all well%n", job, date, result.steps().size());
    }

    private static void compare(Installation at, LocalDate last) {
        Pinned pinned = new Pinned(at.lake(), release(at));
        assertThat(pinned.release().date()).isEqualTo(last);
        Map<String, Long> days = new TreeMap<>();
        pinned.rows(at.spark(), "ads.sales_day")
                .groupBy("business_date")
                .sum("net_fen")
                .collectAsList()
                .forEach(r -> days.put(r.get(0).toString(), r.getLong(1)));
        assertThat(RawRevenue.differences(days, RawRevenue.netByDay(last))).isEmpty();
        Map<String, Long> customers = new TreeMap<>();
        pinned.rows(at.spark(), "dws.customer_lifetime")
                .join(pinned.rows(at.spark(), "dim.identity"), "oneid")
                .select("id_value", "net_fen")
                .collectAsList()
                .forEach(r -> customers.put(r.getString(0), r.getLong(1)));
        Map<String, Long> raw = new TreeMap<>(RawRevenue.netByCustomer(last));
        raw.remove(RawRevenue.NOBODY);
        assertThat(RawRevenue.differences(customers, raw)).isEmpty();
    }

    private static String content(Installation at, String table) {
        return new Pinned(at.lake(), release(at))
                .rows(at.spark(), table)
                .selectExpr("count(*)", "sum(cast(xxhash64(*) as decimal(38,0)))", "bit_xor(xxhash64(*))")
                .head()
                .toString();
    }

    private static Release release(Installation at) {
        return new Releases(at.lake()).current(at.spark()).orElseThrow();
    }
}
