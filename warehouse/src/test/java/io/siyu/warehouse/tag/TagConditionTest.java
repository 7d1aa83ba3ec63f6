package io.siyu.warehouse.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Doc;
import io.siyu.warehouse.House;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each mistake in a condition over the shipped tags is told before any engine sees it. */
class TagConditionTest {
    private final TagCatalog tags =
            Catalog.load(new House(List.of(Path.of("../warehouse")))).tags();

    @Test
    void names_of_other_conditions_stand_for_them() {
        TagCondition other = of("value_tier in ('A', 'B')", Map.of());
        assertThat(of("not touch_fatigue and valuable", Map.of("valuable", other))
                        .sql())
                .isEqualTo("not touch_fatigue and (value_tier in ('A', 'B'))");
    }

    @Test
    void a_tag_that_is_not_there_is_told_with_the_nearest() {
        wrong("value_teir = 'A'", "names 'value_teir'; did you mean 'value_tier'?");
    }

    @Test
    void a_value_outside_the_domain() {
        wrong("value_tier in ('A', 'Z')", "compares 'value_tier' with 'Z'", "one of A, B, C, D, none");
    }

    @Test
    void a_text_where_a_number_belongs() {
        wrong("days_since_paid >= 'ninety'", "compares 'days_since_paid' with 'ninety'", "a value of type int");
    }

    @Test
    void a_number_where_a_text_belongs() {
        wrong("value_tier = 1", "compares 'value_tier' with 1");
    }

    @Test
    void a_tag_alone_that_is_neither_true_nor_false() {
        wrong("not value_tier", "has 'value_tier' alone, which is string");
    }

    @Test
    void a_function_over_many_customers() {
        wrong("percent_rank(net_fen_365d) > 0.9", "calls percent_rank()");
    }

    @Test
    void brackets_that_do_not_close() {
        wrong("(touch_fatigue", "has brackets that do not close");
    }

    @Test
    void it_is_printed_as_people_write_it() {
        assertThat(of("value_tier in ( 'A' , 'B' ) and not ( touch_fatigue or abs( net_fen_365d ) < 1 )", Map.of())
                        .text())
                .isEqualTo("value_tier in ('A', 'B') and not (touch_fatigue or abs(net_fen_365d) < 1)");
    }

    @Test
    void one_that_stands_in_no_file_is_named_by_itself() {
        assertThatThrownBy(() -> TagCondition.given(tags, "value_teir = 'A'", Map.of()))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageStartingWith(
                        "Invalid condition \"value_teir = 'A'\": it names 'value_teir'; did you mean 'value_tier'?");
    }

    private void wrong(String text, String... said) {
        assertThatThrownBy(() -> of(text, Map.of()))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("Invalid condition ")
                .hasMessageContainingAll(said);
    }

    private TagCondition of(String text, Map<String, TagCondition> named) {
        Doc at = Doc.parse("condition", Path.of("given.yml"), "who: x");
        return TagCondition.of(tags, at, "it", text, named);
    }
}
