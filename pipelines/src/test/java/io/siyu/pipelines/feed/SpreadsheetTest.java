package io.siyu.pipelines.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Feed;
import io.siyu.warehouse.FeedReader;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a spreadsheet program saved load as they are through the shipped feeds. */
class SpreadsheetTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Catalog CATALOG = Catalog.load(new House(List.of(Path.of("../warehouse"))));

    @TempDir
    Path landing;

    @Test
    void a_workbook_of_stores_keeps_leading_zeros_and_its_total_is_no_store() {
        Parsed stores = parse("ods.store", "master/store_saved.xlsx");
        assertThat(values(stores, "ods.store", "store_code name opened_on closed_on phone pos_code"))
                .containsExactly(
                        "0031|杭州湖滨店|2019-05-01 00:00:00|~|0571-88880031|0031",
                        "0402|深圳万象店|2021-09-18 00:00:00|2026-08-31 00:00:00|13800000402|0402");
        assertThat(stores.bad()).isEmpty();
    }

    @Test
    void a_workbook_of_staff_has_a_title_and_a_total_around_it() {
        Parsed staff = parse("ods.staff", "master/staff_saved.xlsx");
        assertThat(values(staff, "ods.staff", "staff_no phone store_code hired_on left_on wecom_userid guide_no"))
                .containsExactly(
                        "0317|13700000317|0031|2023-03-08 00:00:00|~|guide_0317|G0317",
                        "0402|13700000402|0402|2020-11-02 00:00:00|2026-10-31 00:00:00|guide_0402|~");
        assertThat(staff.bad()).isEmpty();
    }

    @Test
    void a_workbook_of_products_has_prices_as_numbers_and_long_numbers_as_texts() {
        Parsed products = parse("ods.product", "master/product_saved.xlsx");
        assertThat(values(
                        products,
                        "ods.product",
                        "sku_code name tag_price cost_price barcode tmall_sku_id pos_product_uid"))
                .containsExactly(
                        "SC-01-GY|羊绒围巾,灰|1298|460.5|6900000000017|5200000000000000012|55667700889911",
                        "GF-02|发带|0|3.1|6900000000024|5200000000000000029|55667700889912");
        assertThat(products.bad()).isEmpty();
    }

    @Test
    void a_douyin_export_saved_as_a_workbook_loads_when_its_ids_stayed_texts() {
        Parsed orders = parse("ods.dy_export", "douyin/export_saved.xlsx");
        assertThat(values(
                        orders,
                        "ods.dy_export",
                        "sub_order_no product_id payable postage created_at finished_at traffic seller_note"))
                .containsExactly(
                        "6933000011112222333|3620000000000012|1268|0|2026-11-20 20:01:05|~|~|~",
                        "6933000011112222345|3620000000000013|118|6.5|2026-11-20 00:00:03|2026-11-21 09:30:00|直播|少发,\n补一双");
        assertThat(orders.bad()).isEmpty();
    }

    @Test
    void an_id_that_became_a_number_is_never_repaired() {
        Parsed orders = parse("ods.dy_export", "douyin/export_opened.xlsx");
        assertThat(orders.landed()).isEmpty();
        assertThat(orders.bad()).containsExactly("1:rounded_id", "2:rounded_id");
    }

    @Test
    void a_tmall_list_saved_in_gbk_keeps_its_ids_phones_and_the_programs_spelling_of_times() {
        Parsed orders = parse("ods.tmall_order", "tmall/ExportOrderList_saved.csv");
        assertThat(values(
                        orders,
                        "ods.tmall_order",
                        "order_no paid_fee buyer_phone created_at paid_at closed_reason seller_note"))
                .containsExactly(
                        "4417003300112233445|268|138****0021|2026-11-20 10:11:12|2026-11-20 10:11:40|~|~",
                        "4417003300112233446|1299|18600000000|2026/11/20 00:00:03|2026/11/20 00:01:00|~|门店自提,\n周五");
        assertThat(orders.bad()).containsExactly("3:rounded_id");
        assertThat(orders.trailer().get("encoding").asText()).isEqualTo("gb18030");
    }

    @Test
    void a_time_in_american_spelling_is_not_guessed_at() {
        Parsed orders = parse("ods.tmall_order", "tmall/ExportOrderList_american.csv");
        assertThat(orders.landed()).hasSize(1);
        assertThat(orders.bad()).containsExactly("2:bad_time", "3:rounded_id");
    }

    /** The file of this name among the fixtures, dropped at {@code path}. */
    private Parsed parse(String name, String path) {
        Path file = landing.resolve(DAY.toString()).resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.copy(Path.of("src/test/resources/spreadsheet").resolve(file.getFileName()), file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Table table = CATALOG.table(name);
        Feed feed = FeedReader.read(table);
        List<DropFile> files = new Landing(landing).files(feed, DAY);
        assertThat(files).hasSize(1);
        List<Row> rows = new ArrayList<>();
        new FileRows(landing, files.get(0), FeedPlan.of(table, feed)).forEachRemaining(rows::add);
        return new Parsed(FeedPlan.of(table, feed).columns(), rows);
    }

    /** Some columns of the landed rows, separated by bars. */
    private static List<String> values(Parsed parsed, String table, String columns) {
        List<String> all = FeedPlan.of(CATALOG.table(table), FeedReader.read(CATALOG.table(table)))
                .columns();
        return parsed.of(FeedParser.ROW).stream()
                .map(row -> List.of(columns.split(" ")).stream()
                        .map(c -> row.isNullAt(all.indexOf(c)) ? "~" : row.getString(all.indexOf(c)))
                        .collect(Collectors.joining("|")))
                .toList();
    }
}
