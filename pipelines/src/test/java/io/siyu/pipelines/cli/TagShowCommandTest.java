package io.siyu.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.tag.TagCatalog;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagShowCommandTest {
    private final TagCatalog catalog =
            Catalog.load(new House(List.of(Path.of("..", "warehouse")))).tags();

    @Test
    void a_windowed_tag_says_where_its_windows_end_and_examples_read_as_rows() {
        assertThat(lines("course_orders"))
                .contains(
                        "标签 tag: course_orders  正价课订单数 Course orders",
                        "列 columns: course_orders_365d",
                        "窗口 window: 最后一天是业务日 the days up to the business date, which is one of them",
                        "缺省 without: 0",
                        "示例 example: business_date: D-365, order_uid: a, category: 正价课 -> 0");
    }

    @Test
    void a_rule_shows_its_layers_in_order_and_no_window() {
        assertThat(lines("value_tier"))
                .containsSubsequence(
                        "分层 layer: none when net_rank is null",
                        "分层 layer: A when net_rank >= 0.95",
                        "分层 layer: D otherwise")
                .contains("示例 example: 无 nothing -> none")
                .noneMatch(line -> line.startsWith("窗口"));
    }

    private List<String> lines(String tag) {
        return TagShowCommand.lines(catalog, catalog.tag(tag));
    }
}
