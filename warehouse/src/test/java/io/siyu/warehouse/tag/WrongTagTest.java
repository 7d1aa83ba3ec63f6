package io.siyu.warehouse.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake in a tag is told with file, tag, field, what stands there and what may. */
class WrongTagTest {
    @TempDir
    private Path root = Path.of("");

    @Test
    void what_is_right_is_read() {
        TagCatalog tags = load(RightTag.TEXT);
        assertThat(tags.all()).extracting(Tag::id).containsExactly("orders_made", "tier");
        assertThat(tags.columns()).extracting("name").containsExactly("orders_made_7d", "orders_made_30d", "tier");
        assertThat(new TagLint(tags).warnings(java.time.LocalDate.of(2026, 11, 20)))
                .isEmpty();
    }

    @Test
    void the_query_reads_the_table_once_with_a_filter_per_window() {
        assertThat(TagSql.of(load(RightTag.TEXT)))
                .contains(
                        "sum(orders) filter (where (orders > 0) and business_date > date_sub(cast(:business_date as date), 7))",
                        "coalesce(from_dws_day.said.orders_made_7d, 0)",
                        "case when orders_made_30d >= 2 then 'high' else 'low' end")
                .containsOnlyOnce("from dws.day");
    }

    @Test
    void rows_are_gone_through_once_where_different_values_are_counted() {
        String text = RightTag.TEXT.replace("value: sum(orders)", "value: distinct(orders)");
        assertThat(TagSql.of(load(text)))
                .contains("if((orders > 0) and business_date > date_sub(cast(:business_date as date), 7), 1L, 0L)")
                .contains("if((orders > 0) and business_date > date_sub(cast(:business_date as date), 30), 2L, 0L)")
                .contains("'1 1 0 numbers:0:0 numbers:1:0'")
                .contains("cast(folded.numbers[1] as int) as orders_made_30d")
                .containsOnlyOnce("fold_rows(")
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
        wrong("[7d, 30d]", "[7d, 7d]", "'window' has '7d'", "each window once");
    }

    @Test
    void lint_tells_what_cannot_fail_and_what_expires() {
        TagCatalog tags = load(RightTag.TEXT.replace("expect: low}", "expect: high}"));
        assertThat(new TagLint(tags).warnings(java.time.LocalDate.of(2027, 10, 20)))
                .hasSize(3)
                .anySatisfy(w -> assertThat(w).contains("tag tier comes out as [high] in every example"))
                .anySatisfy(w -> assertThat(w).contains("expires on 2027-11-01"));
    }

    private void wrong(String right, String instead, String... said) {
        TagHouse.wrong(root, right, instead, said);
    }

    private TagCatalog load(String text) {
        return TagHouse.load(root, text);
    }
}
