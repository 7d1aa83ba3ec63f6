package io.siyu.pipelines.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.quality.RulesCheck;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.FeedReader;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped feeds and rules are understood, so that a misspelt one fails here and not at night. */
class ShippedTextsTest {
    private final Catalog catalog = Catalog.load(new House(List.of(Path.of("../warehouse"))));

    @Test
    void every_feed_is_understood() {
        List<Table> landed = catalog.tables().stream()
                .filter(t -> Files.exists(t.feedFile()))
                .toList();
        assertThat(landed)
                .isNotEmpty()
                .allSatisfy(t -> assertThat(FeedReader.read(t).table()).isEqualTo(t.name()));
    }

    @Test
    void every_rule_is_understood() {
        assertThat(RulesCheck.check(catalog, Path.of("../quality/rules")))
                .containsKeys("dwd.order_line", "ads.sales_day");
    }
}
