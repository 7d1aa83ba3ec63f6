package io.siyu.pipelines.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.siyu.pipelines.Settings;
import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.quality.RulesCheck;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.FeedReader;
import io.siyu.warehouse.House;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The example of a retailer's own folder, laid over the shipped house. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailHouseTest {
    private static final Path SHIPPED = Path.of("../warehouse");
    private static final Path OWN = Path.of("../docs/examples/online-retail");

    private final SparkSession spark = TestSpark.session();
    private final House house = new House(List.of(SHIPPED, Path.of("../quality"), OWN));
    private final Plan plan = Plan.of(spark, Catalog.load(house));
    private final CaseQueries queries = new CaseQueries(spark, plan);

    @TestFactory
    Stream<DynamicTest> every_table_that_it_changes_fits_its_contract_over_empty_inputs() {
        Plan shipped = Plan.of(spark, Catalog.load(new House(List.of(SHIPPED, Path.of("../quality")))));
        Set<String> same =
                shipped.definitions().stream().map(Definition::fingerprint).collect(Collectors.toSet());
        List<Definition> changed = plan.definitions().stream()
                .filter(d -> !same.contains(d.fingerprint()))
                .toList();
        assertThat(changed).extracting(Definition::name).contains("dwd.order_source", "dwd.refund_online");
        return changed.stream().map(d -> dynamicTest(d.name(), () -> TypeCheck.check(queries, d)));
    }

    @TestFactory
    Stream<DynamicTest> every_golden_case_of_its_own_holds() {
        return own().flatMap(d -> GoldenCase.of(d).stream())
                .map(c -> dynamicTest(
                        c.definition().name() + ": " + c.sentence(),
                        () -> assertThat(c.run(queries)).isEmpty()));
    }

    @Test
    void what_it_overrides_keeps_the_contract_that_other_tables_read() {
        assertThat(house.overrides())
                .allSatisfy(o -> assertThat(house.contract(o.table())).startsWith(SHIPPED));
    }

    @Test
    void it_overrides_what_its_source_says_of_orders_refunds_and_products_and_nothing_else() {
        assertThat(house.overrides())
                .extracting(House.Override::table)
                .containsExactly("dim.product", "dwd.order_source", "dwd.refund_online");
    }

    @Test
    void its_own_tables_read_its_one_feed_only() {
        assertThat(own().flatMap(d -> d.reads().stream()).filter(name -> name.startsWith("ods.")))
                .containsOnly("ods.online_retail_line");
    }

    @Test
    void its_feed_and_its_rules_are_understood() {
        assertThat(FeedReader.read(plan.catalog().table("ods.online_retail_line"))
                        .files())
                .containsExactly("online_retail/*.csv");
        assertThat(RulesCheck.check(plan.catalog(), OWN.resolve("rules")))
                .containsOnlyKeys("dwd.order_line", "dwd.refund");
    }

    @Test
    void its_sample_of_settings_is_read_from_a_home_folder() {
        Settings settings = Settings.read(Path.of(".."), OWN, Optional.empty());
        assertThat(settings.currency()).isEqualTo(new Settings.Currency("英镑", "£", 100));
        assertThat(settings.house()).contains(Path.of("/opt/siyu/docs/examples/online-retail"));
    }

    private Stream<Definition> own() {
        return plan.definitions().stream().filter(d -> d.table().folder().startsWith(OWN));
    }
}
