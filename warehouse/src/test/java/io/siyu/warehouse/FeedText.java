package io.siyu.warehouse;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One landed table whose feed a test writes. */
abstract class FeedText {
    private static final String CONTRACT = """
            name: ods.shop_order
            description: Orders.
            grain: [order_no, _row_hash]
            owner: data-platform
            columns:
              - {name: order_no, required: true, description: Number.}
              - {name: paid_fee, description: Yuan.}
              - {name: status, description: Status.}
            """;
    static final String FEED = """
            files: shop/Export*.csv
            format: csv
            header:
              match: name
              aliases:
                order_no: [订单编号, 订单号]
              drop: [买家支付宝账号]
              optional: [status]
            """;

    @TempDir
    Path house;

    private Path folder;

    @BeforeEach
    void contract() throws IOException {
        folder = Files.createDirectories(house.resolve("tables/ods/shop_order"));
        Files.writeString(folder.resolve("table.yml"), CONTRACT);
    }

    Feed read(String text) throws IOException {
        Files.writeString(folder.resolve("feed.yml"), text);
        return FeedReader.read(table());
    }

    /** The table of the feed read last. */
    Table table() {
        return TableReader.read(folder, folder.resolve("table.yml"));
    }

    void assertInvalid(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SiyuException.InvalidDefinition.class)
                .hasMessageStartingWith("Invalid feed ")
                .hasMessageContaining(message);
    }
}
