package io.siyu.pipelines.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.plan.PlanFile;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every table of the shipped house is typed, and every golden case holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseTest {
    private final SparkSession spark = TestSpark.session();
    private final Plan plan = Plan.of(spark, Catalog.load(new House(List.of(Path.of("../warehouse")))));
    private final CaseQueries queries = new CaseQueries(spark, plan);

    @TestFactory
    Stream<DynamicTest> every_table_fits_its_contract_over_empty_inputs() {
        return plan.definitions().stream().map(d -> dynamicTest(d.name(), () -> TypeCheck.check(queries, d)));
    }

    @Test
    void the_plan_that_airflow_reads_is_the_plan_of_the_sql() {
        assertThat(Path.of("../dags/plan.json")).as("run: bin/siyu plan").hasContent(PlanFile.text(plan));
    }

    @TestFactory
    Stream<DynamicTest> every_golden_case_holds() {
        return plan.definitions().stream()
                .filter(d -> !Files.exists(d.table().feedFile()))
                .flatMap(d -> GoldenCase.of(d).stream())
                .map(c -> dynamicTest(
                        c.definition().name() + ": " + c.sentence(),
                        () -> assertThat(c.run(queries)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> every_golden_case_of_a_feed_holds() {
        return plan.catalog().tables().stream()
                .filter(table -> Files.exists(table.feedFile()))
                .flatMap(table -> FeedCase.of(table).stream())
                .map(c -> dynamicTest(
                        c.table().name() + ": " + c.sentence(),
                        () -> assertThat(c.run(spark)).isEmpty()));
    }
}
