package io.siyu.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageTest {
    @TempDir
    Path root;

    private Catalog catalog;

    @BeforeEach
    void house() {
        Texts texts = new Texts(root);
        texts.table("dwd", "order_line");
        texts.table("dwd", "refund");
        texts.table("dws", "customer_day");
        texts.table("ads", "sales_day");
        catalog = texts.catalog();
    }

    @Test
    void every_table_comes_after_what_it_reads_and_ties_come_by_name() {
        Lineage lineage = Lineage.of(
                catalog,
                Map.of(
                        "ads.sales_day", List.of("dws.customer_day", "dwd.refund"),
                        "dws.customer_day", List.of("dwd.refund", "dwd.order_line"),
                        "dwd.refund", List.of(),
                        "dwd.order_line", List.of()));
        assertThat(lineage.order())
                .containsExactly("dwd.order_line", "dwd.refund", "dws.customer_day", "ads.sales_day");
        assertThat(lineage.downstream("dwd.order_line")).containsExactly("ads.sales_day", "dws.customer_day");
        assertThat(lineage.upstream(List.of("dws.customer_day")))
                .containsExactly("dwd.order_line", "dwd.refund", "dws.customer_day");
    }

    @Test
    void an_arrow_to_the_left_is_refused() {
        assertThatThrownBy(() -> Lineage.of(catalog, Map.of("dwd.refund", List.of("ads.sales_day"))))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining(
                        "dwd.refund reads ads.sales_day; expected only tables of dwd and of the layers left");
    }

    @Test
    void an_unknown_input_names_the_one_that_was_meant() {
        assertThatThrownBy(() -> Lineage.of(catalog, Map.of("dws.customer_day", List.of("dwd.refunds"))))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining(
                        "dws.customer_day reads dwd.refunds, which is no table; did you mean 'dwd.refund'?");
    }

    @Test
    void a_cycle_is_refused_with_its_tables() {
        assertThatThrownBy(() -> Lineage.of(
                        catalog,
                        Map.of("dwd.refund", List.of("dwd.order_line"), "dwd.order_line", List.of("dwd.refund"))))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessage(
                        "Invalid lineage of the house: a cycle through [dwd.order_line, dwd.refund]; expected no cycle.");
    }
}
