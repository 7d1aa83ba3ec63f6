package io.siyu.pipelines.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sales credit counts an order once per role: a mart that read it beside sales would sooner or later add the two up. */
class CreditIsNoSalesTest {
    private static final Set<String> CREDIT = Set.of("dws.sales_credit", "ads.settlement_statement");
    private static final Set<String> SALES = Set.of(
            "ads.customer_cohort",
            "ads.domain_scorecard",
            "ads.sales_day",
            "dwd.order_line",
            "dwd.refund",
            "dws.credit_order",
            "dws.customer_day",
            "dws.customer_lifetime");

    @Test
    void no_mart_reads_both_credit_and_sales() {
        Plan plan = Plan.of(TestSpark.session(), Catalog.load(new House(List.of(Path.of("../warehouse")))));
        assertThat(plan.definitions())
                .extracting(Definition::name)
                .containsAll(CREDIT)
                .containsAll(SALES);
        List<Definition> marts = plan.definitions().stream()
                .filter(d -> d.name().startsWith("ads."))
                .toList();
        assertThat(marts).anyMatch(mart -> readsAny(mart, CREDIT)).anyMatch(mart -> readsAny(mart, SALES));
        assertThat(marts)
                .filteredOn(mart -> readsAny(mart, CREDIT) && readsAny(mart, SALES))
                .extracting(Definition::name)
                .as("credits of several roles sum to more than was sold: keep them in a mart of their own")
                .isEmpty();
    }

    private static boolean readsAny(Definition mart, Set<String> names) {
        return mart.reads().stream().anyMatch(names::contains);
    }
}
