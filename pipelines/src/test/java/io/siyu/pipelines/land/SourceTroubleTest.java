package io.siyu.pipelines.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException;
import io.siyu.warehouse.SiyuException.InputNotReady;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told when a source is not as its feed says, and whether Airflow tries again. */
class SourceTroubleTest {
    private static final String URL = "jdbc:h2:mem:trouble;DB_CLOSE_DELAY=-1";
    private static final String FEED = """
            jdbc:
              source: shop
              table: sale
              key: id
              watermark: {column: changed, type: timestamp, overlap: 1 hour}
            """;

    @TempDir
    Path folder;

    private SourceHouse house;

    @BeforeEach
    void source() {
        house = new SourceHouse(folder, URL)
                .sql("drop all objects", "create table sale(id varchar, fee int, changed timestamp, note int)")
                .text("house/tables/ods/sale/table.yml", """
                        name: ods.sale
                        description: Sales.
                        grain: [id, _row_hash]
                        owner: o
                        columns:
                          - {name: id, required: true, description: d}
                          - {name: fee, description: d}
                        """);
    }

    @Test
    void what_the_feed_names_and_the_source_lacks_is_told_with_what_is_there_and_not_tried_again() {
        wrong(
                FEED.replace("table: sale", "table: sales"),
                InvalidDefinition.class,
                "feed.yml: table 'sales' cannot be read (",
                "did you mean 'sale'? in source shop (jdbc:h2:mem:trouble); expected one of ",
                "SALE");
        wrong(
                FEED + "fields: {fee: fees}\n",
                InvalidDefinition.class,
                "feed.yml: sale has no column 'fees'; did you mean 'fee'? in source shop",
                "expected one of ID, FEE, CHANGED, NOTE.");
        wrong(
                FEED.replace("column: changed", "column: fee"),
                InvalidDefinition.class,
                "watermark column 'fee' of sale is INTEGER in source shop",
                "expected a timestamp.");
        wrong(
                FEED + "  partition: {count: 2}\n",
                InvalidDefinition.class,
                "partition column 'id' of sale is CHARACTER VARYING in source shop",
                "expected an integer.");
    }

    @Test
    void a_source_nobody_defined_and_a_driver_nobody_gave_are_told_by_name() {
        house.text("house/tables/ods/sale/feed.yml", FEED);
        assertThatThrownBy(() -> house.land("ods.sale", 20, Map.of()))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("Cannot read ods.sale: source 'shop' is not defined here.")
                .hasMessageContaining("or set $SIYU_SOURCE_SHOP_URL");
        assertThatThrownBy(() -> house.land("ods.sale", 20, at("jdbc:mysql://127.0.0.1/shop?password=geheim")))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining(
                        "no driver for jdbc:mysql (com.mysql.cj.jdbc.Driver) is on the class path; there are ")
                .hasMessageContaining("org.postgresql.Driver")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void a_source_that_does_not_answer_is_not_ready_and_nothing_is_left_behind() {
        house.text("house/tables/ods/sale/feed.yml", FEED);
        assertThatThrownBy(() -> house.land("ods.sale", 20, at("jdbc:postgresql://127.0.0.1:9/shop?connectTimeout=2")))
                .isInstanceOf(InputNotReady.class)
                .hasMessageStartingWith("Cannot read ods.sale from source shop (jdbc:postgresql://127.0.0.1:9/shop): ");
        house.sql("create or replace view sale_view as select id, fee, changed, 1 / (fee - fee) as note from sale");
        house.sql("insert into sale values ('a', 1, timestamp '2026-11-20 10:00:00', 1)");
        house.text(
                "house/tables/ods/sale/feed.yml",
                FEED.replace("sale\n", "sale_view\n").replace("key: id", "key: note"));
        assertThatThrownBy(() -> house.land("ods.sale", 20))
                .isInstanceOf(InputNotReady.class)
                .hasMessageContaining("Division by zero");
        assertThat(house.extracts()).isEmpty();
    }

    @Test
    void a_wrong_password_is_not_tried_again() {
        house.text("house/tables/ods/sale/feed.yml", FEED);
        house.sql("create user if not exists reader password 'right'");
        assertThatThrownBy(() -> house.land("ods.sale", 20, Map.of("shop", Map.of("url", URL, "user", "reader"))))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("Check the URL and the user in siyu.yml and $SIYU_SOURCE_SHOP_PASSWORD");
    }

    private static Map<String, Map<String, String>> at(String url) {
        return Map.of("shop", Map.of("url", url));
    }

    private void wrong(String feed, Class<? extends SiyuException> kind, String... parts) {
        house.text("house/tables/ods/sale/feed.yml", feed);
        assertThatThrownBy(() -> house.land("ods.sale", 20))
                .isInstanceOf(kind)
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }
}
