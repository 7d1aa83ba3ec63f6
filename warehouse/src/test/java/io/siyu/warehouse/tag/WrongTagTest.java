package io.siyu.warehouse.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake in a tag is told with file, tag, field, what stands there and what may. */
class WrongTagTest {
    @TempDir
    private Path root = Path.of("");

    @BeforeEach
    void aTableToDrawFrom() throws IOException {
        Path table = Files.createDirectories(root.resolve("tables/dws/day"));
        Files.writeString(table.resolve("table.yml"), """
                name: dws.day
                description: A day.
                grain: [oneid]
                owner: me
                columns:
                  - {name: oneid, type: string, description: "Who."}
                  - {name: business_date, type: date, description: "When."}
                  - {name: orders, type: int, description: "How many."}
                """);
        Files.writeString(table.resolve("rows.sql"), "select 1");
        Files.createDirectories(root.resolve("tags"));
    }

    @Test
    void what_is_right_is_read() throws IOException {
        TagCatalog tags = load(RightTag.TEXT);
        assertThat(tags.all()).extracting(Tag::id).containsExactly("orders_made", "tier");
        assertThat(tags.columns()).extracting("name").containsExactly("orders_made_7d", "orders_made_30d", "tier");
        assertThat(new TagLint(tags).warnings(java.time.LocalDate.of(2026, 11, 20)))
                .isEmpty();
    }

    @Test
    void the_query_reads_the_table_once_with_a_filter_per_window() throws IOException {
        assertThat(TagSql.of(load(RightTag.TEXT)))
                .contains(
                        "sum(orders) filter (where (orders > 0) and business_date > date_sub(cast(:business_date as date), 7))",
                        "coalesce(from_dws_day.said.orders_made_7d, 0)",
                        "case when orders_made_30d >= 2 then 'high' else 'low' end")
                .containsOnlyOnce("from dws.day");
    }

    @Test
    void windows_that_count_different_values_share_one_list_with_a_bit_each() throws IOException {
        String text = RightTag.TEXT.replace("value: sum(orders)", "value: distinct(orders)");
        assertThat(TagSql.of(load(text)))
                .contains("if((orders > 0) and business_date > date_sub(cast(:business_date as date), 7), 1L, 0L)")
                .contains("if((orders > 0) and business_date > date_sub(cast(:business_date as date), 30), 2L, 0L)")
                .contains("cast(counts_1[1] as int) as orders_made_30d")
                .containsOnlyOnce("collect_list(")
                .doesNotContain("collect_set(");
    }

    @Test
    void a_column_that_is_not_there() {
        wrong(
                "sum(orders)",
                "sum(order)",
                "'value' of tag 'orders_made'",
                "names 'order'; did you mean 'orders'?",
                "dws.day");
    }

    @Test
    void a_column_outside_an_aggregate() {
        wrong("sum(orders)", "sum(orders) + orders", "columns in no aggregate: orders");
    }

    @Test
    void a_function_that_is_none_of_the_known() {
        wrong("sum(orders)", "percentile(orders, 1)", "calls percentile()");
    }

    @Test
    void brackets_that_do_not_close() {
        wrong("sum(orders)", "sum((orders)", "brackets that do not close");
    }

    @Test
    void layers_that_leave_customers_without_a_value() {
        wrong(
                "      - {else: low}\n",
                "",
                "'layers' of tag 'tier' may leave customers without a value",
                "'else' as the last");
    }

    @Test
    void a_layer_with_a_value_outside_the_domain() {
        wrong("{else: low}", "{else: lowest}", "has 'lowest'", "one of high, low");
    }

    @Test
    void tags_that_use_each_other_in_a_circle() {
        wrong("when: \"orders_made_30d >= 2\"", "when: \"tier = 'low'\"", "comes round in a circle: tier uses tier");
    }

    @Test
    void a_tag_that_is_not_there() {
        wrong("\"orders_made_30d >= 2\"", "\"orders_made_90d >= 2\"", "names 'orders_made_90d'", "did you mean");
    }

    @Test
    void one_example_only() {
        wrong("      - {given: [], expect: 0}\n", "", "'examples' of tag 'orders_made' are 1", "two or more");
    }

    @Test
    void an_example_of_another_type() {
        wrong("expect: 2}", "expect: two}", "'examples' of tag 'orders_made' has 'two'", "a value of type int");
    }

    @Test
    void an_expiry_before_the_beginning() {
        wrong(
                "expires_on: 2027-11-01",
                "expires_on: 2026-01-01",
                "'expires_on' of tag",
                "2026-01-01",
                "a date after 2026-11-01");
    }

    @Test
    void no_owner() {
        wrong("owner: me\nversion", "version", "key 'owner' is missing");
    }

    @Test
    void neither_a_default_nor_what_null_means() {
        wrong("    default: 0\n", "", "'default' of tag 'orders_made' is missing");
    }

    @Test
    void a_narrower_consent_than_that_of_what_it_uses() {
        wrong(
                "    default: low\n",
                "    default: low\n    consent: none\n",
                "'consent' of tag 'tier' is none",
                "needs marketing");
    }

    @Test
    void the_same_window_twice() {
        wrong("[7d, 30d]", "[7d, 7d]", "'window' is '7d'", "different days");
    }

    @Test
    void lint_tells_what_cannot_fail_and_what_expires() throws IOException {
        TagCatalog tags = load(RightTag.TEXT.replace("expect: low}", "expect: high}"));
        assertThat(new TagLint(tags).warnings(java.time.LocalDate.of(2027, 10, 20)))
                .hasSize(3)
                .anySatisfy(w -> assertThat(w).contains("tag tier comes out as [high] in every example"))
                .anySatisfy(w -> assertThat(w).contains("expires on 2027-11-01"));
    }

    private void wrong(String right, String instead, String... said) {
        assertThat(RightTag.TEXT).contains(right);
        assertThatThrownBy(() -> load(RightTag.TEXT.replaceFirst(java.util.regex.Pattern.quote(right), instead)))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("Invalid tag ")
                .hasMessageContaining("test.yml:")
                .hasMessageContainingAll(said);
    }

    private TagCatalog load(String text) throws IOException {
        Files.writeString(root.resolve("tags/test.yml"), text);
        return Catalog.load(new House(List.of(root))).tags();
    }
}
