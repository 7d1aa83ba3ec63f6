package io.siyu.warehouse.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in examples, and those that only an example used to show. */
class WrongTagExampleTest {
    @TempDir
    private Path root = Path.of("");

    @Test
    void a_second_customer_nobody_is_ranked_among() {
        wrong(
                "{given: {orders_made_30d: 2}, expect: high}",
                "{given: [{orders_made_30d: 2}, {orders_made_30d: 0}], expect: high}",
                "'examples' of tag 'tier' give 2 customers",
                "only ranks look at others");
    }

    @Test
    void a_second_customer_matters_to_a_rank() {
        String rank = RightTag.TEXT
                .replace("type: string\n    domain: [high, low]\n", "type: double\n")
                .replaceFirst(
                        "(?s)    layers:.*",
                        "    value: percent_rank(orders_made_30d)\n    default: 0\n    examples:\n"
                                + "      - {given: [{orders_made_30d: 2}, {orders_made_30d: 0}], expect: 1}\n"
                                + "      - {given: {}, expect: 0}\n");
        assertThat(TagHouse.load(root, rank).tag("tier").examples().get(0).given())
                .hasSize(2);
    }

    @Test
    void a_window_that_the_tag_has_not() {
        wrong(
                "expect: 2}",
                "expect: {7d: 2, 90d: 2}}",
                "'examples' of tag 'orders_made' expect windows [7d, 90d]; expected some of [7d, 30d], as 'window' says");
    }

    @Test
    void a_count_that_is_said_to_be_a_text() {
        wrong(
                "type: int\n    value: sum(orders)",
                "type: string\n    value: distinct(orders)",
                "'type' of tag 'orders_made' is string, but distinct() gives a number");
    }

    @Test
    void a_favourite_that_is_said_to_be_a_number() {
        wrong(
                "value: sum(orders)",
                "value: favourite(orders)",
                "'type' of tag 'orders_made' is int, but favourite() gives a text");
    }

    @Test
    void a_fault_stands_where_its_field_does() {
        wrong("orders > 0", "order > 0", "test.yml:17: 'where' of tag 'orders_made' names 'order'");
        wrong(
                "orders_made_30d >= 2",
                "orders_mad_30d >= 2",
                "test.yml:30: 'layers' of tag 'tier' names 'orders_mad_30d'");
    }

    @Test
    void the_values_of_a_text_are_those_of_its_layers_when_it_does_not_say_them() {
        Tag tier = TagHouse.load(root, RightTag.TEXT.replace("    domain: [high, low]\n", ""))
                .tag("tier");
        assertThat(tier.domain()).containsExactly("high", "low");
    }

    private void wrong(String right, String instead, String... said) {
        TagHouse.wrong(root, right, instead, said);
    }
}
