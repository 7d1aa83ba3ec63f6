package io.siyu.pipelines.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.sql.SqlText;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.tag.Tag;
import io.siyu.warehouse.tag.TagLint;
import io.siyu.warehouse.tag.TagSql;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The shipped catalogue. */
class TagExamplesTest {
    private final SparkSession spark = TestSpark.session();
    private final Catalog catalog = Catalog.load(new House(List.of(Path.of("../warehouse"))));

    @Test
    void every_worked_example_of_every_tag_holds() {
        assertThat(new TagExamples(spark, catalog).wrong(catalog.tags().all())).isEmpty();
    }

    @Test
    void every_worked_example_of_every_audience_and_action_holds() {
        ConditionExamples examples = new ConditionExamples(spark, catalog, id -> true);
        assertThat(examples.count())
                .isGreaterThan(2 * catalog.audiences().byId().size());
        assertThat(examples.wrong()).isEmpty();
    }

    @Test
    void there_are_no_warnings_on_the_first_night() {
        assertThat(new TagLint(catalog.tags()).warnings(ExampleRows.DAY)).isEmpty();
    }

    @Test
    void each_source_is_read_once_however_many_tags_are_drawn_from_it() {
        List<Tag> drawn = catalog.tags().active().stream()
                .filter(t -> t.kind().isDrawnFromRows())
                .toList();
        List<String> sources =
                drawn.stream().map(t -> t.from().orElseThrow()).distinct().toList();
        assertThat(drawn.size()).isGreaterThan(sources.size() * 5);
        String sql = TagSql.of(catalog.tags());
        assertThat(sources)
                .allSatisfy(source ->
                        assertThat(sql.split("from " + source + "\\b", -1)).hasSize(2));
    }

    @Test
    void the_wide_table_reads_what_its_tags_are_drawn_from() {
        Plan plan = Plan.of(spark, catalog);
        assertThat(plan.definition("dws.customer_tag").reads())
                .contains("dim.customer", "dws.customer_day", "dwd.order_line")
                .doesNotContain("dws.customer_line");
    }

    @Test
    void a_plan_of_ten_times_the_tags_has_no_more_scans() {
        Tag one = catalog.tags().tag("paid_orders");
        List<Tag> all = catalog.tags().all().stream()
                .filter(t -> t.from().equals(one.from()))
                .toList();
        assertThat(scans(all)).isEqualTo(scans(List.of(one)));
        assertThat(all.size()).isGreaterThanOrEqualTo(10);
    }

    /** How often rows are read in the physical plan: the customers, and the one source. */
    private long scans(List<Tag> tags) {
        String columns = tags.stream().flatMap(t -> t.columns().stream()).collect(Collectors.joining(", "));
        String sql = "with " + new TagSql(catalog.tags(), "").drawn(tags, "dim.customer") + " select oneid, " + columns
                + " from drawn";
        String plan = SqlText.parse(spark, sql)
                .bind(
                        spark,
                        Map.of(
                                "dim.customer", spark.range(2).selectExpr("cast(id as string) as oneid"),
                                "dws.customer_day", ExampleRows.of(spark, catalog.table("dws.customer_day"), tags)),
                        Map.of("business_date", ExampleRows.DAY))
                .queryExecution()
                .sparkPlan()
                .toString();
        return plan.lines()
                .filter(line ->
                        line.contains("LocalTableScan") || line.contains("Scan ExistingRDD") || line.contains("Range"))
                .count();
    }
}
