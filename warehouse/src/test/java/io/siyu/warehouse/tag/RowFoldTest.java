package io.siyu.warehouse.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFoldTest {
    @TempDir
    private Path root = Path.of("");

    private RowFold fold;

    @BeforeEach
    void overATable() {
        fold = new RowFold(TagHouse.catalog(root, RightTag.TEXT).table("dws.day"));
    }

    @Test
    void conditions_and_values_are_shared_and_each_step_has_its_place() {
        assertThat(add("count(*)", "orders > 1")).contains("folded.numbers[0]");
        assertThat(add("sum(orders)", "orders > 1")).contains("folded.numbers[1]");
        assertThat(add("max(business_date)", "")).contains("date_from_unix_date(int(folded.numbers[2]))");
        assertThat(add("favourite(page)", "orders > 1")).contains("folded.texts[0]");
        assertThat(add("distinct(page)", "")).contains("folded.numbers[3]");
        assertThat(add("max_by(page, business_date)", "")).contains("folded.texts[1]");
        assertThat(add("min_by(page, concat(business_date, orders))", "")).contains("folded.texts[2]");
        assertThat(fold.aggregate())
                .isEqualTo(
                        "fold_rows(cells, '1 2 2 count:0 sum:0:0"
                                + " max:1:1 favourite:0:0 texts:1:0 max_by:1:0:n1 min_by:1:0:t1') filter (where cells.bits_0 <> 0) as folded");
        assertThat(fold.cells().replaceAll("\\s+", " "))
                .isEqualTo("struct(if(orders > 1, 1L, 0L) + if(true, 2L, 0L) as bits_0, bigint(orders),"
                        + " bigint(unix_date(business_date)), string(page),"
                        + " string(concat(business_date, orders))) as cells");
    }

    @Test
    void a_count_of_a_value_is_of_rows_that_have_one() {
        add("count(page)", "");
        assertThat(fold.cells()).contains("if(true and (page) is not null, 1L, 0L)");
    }

    @Test
    void what_is_no_whole_number_keeps_an_aggregate_of_its_own() {
        assertThat(add("sum(seconds)", "")).isEmpty();
        assertThat(add("sum(orders * 2)", "")).isEmpty();
        assertThat(add("max(page)", "")).isEmpty();
        assertThat(add("avg(orders)", "")).isEmpty();
        assertThat(add("max_by(page, seconds)", "")).isEmpty();
        assertThat(add("max_by(page, concat(orders) + 1)", "")).isEmpty();
        assertThat(add("max_by(orders, business_date)", "")).isEmpty();
    }

    @Test
    void the_sixty_first_condition_begins_the_next_number() {
        for (int i = 0; i < 61; i++) {
            add("count(*)", "orders > " + i);
        }
        assertThat(fold.cells())
                .contains("if(orders > 59, 576460752303423488L, 0L) as bits_0", "if(orders > 60, 1L, 0L) as bits_1");
        assertThat(fold.aggregate())
                .contains("cells.bits_0 <> 0 or cells.bits_1 <> 0", "'2 0 0 count:0 ", " count:59 count:64')");
    }

    private Optional<String> add(String value, String filter) {
        return fold.add(new TagWords(filter, "").call(value).orElseThrow(), filter);
    }
}
