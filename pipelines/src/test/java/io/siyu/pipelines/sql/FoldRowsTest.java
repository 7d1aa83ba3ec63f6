package io.siyu.pipelines.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code fold_rows} over rows of one number of bits, a number, a text and a key. */
class FoldRowsTest {
    private static final List<String> ROWS = List.of(
            "(3L, 5L, 'b', '2026-11-02')",
            "(1L, -2L, 'a', '2026-11-03')",
            "(1L, 5L, 'b', '2026-11-01')",
            "(2L, null, null, '2026-11-04')",
            "(2L, 9L, 'c', null)",
            "(4L, null, 'a', '2026-11-05')");

    @Test
    void each_step_sees_the_rows_of_its_bit_and_no_others() {
        assertThat(found("count:0 count:1 count:3")).isEqualTo("[3, 3, 0] []");
        assertThat(found("sum:0:0 min:0:0 max:0:0 sum:1:0")).isEqualTo("[8, -2, 5, 14] []");
    }

    @Test
    void nothing_adds_up_to_null_and_counts_as_none() {
        assertThat(found("sum:2:0 max:2:0 sum:3:0 numbers:2:0 texts:3:0 favourite:3:0 max_by:3:0:t1"))
                .isEqualTo("[null, null, null, 0, 0] [null, null]");
    }

    @Test
    void different_ones_are_counted_once_however_often_they_come() {
        assertThat(found("numbers:0:0 numbers:1:0 texts:0:0 texts:1:0 texts:2:0"))
                .isEqualTo("[2, 2, 2, 2, 1] []");
    }

    @Test
    void the_favourite_is_the_first_in_order_of_several() {
        assertThat(found("favourite:0:0 favourite:1:0")).isEqualTo("[] [b, b]");
    }

    @Test
    void a_text_goes_with_the_least_or_greatest_key_and_rows_without_a_key_with_none() {
        assertThat(found("min_by:0:0:t1 max_by:0:0:t1 max_by:1:0:t1")).isEqualTo("[] [b, a, null]");
        assertThat(found("min_by:0:0:n0 max_by:1:0:n0")).isEqualTo("[] [a, c]");
    }

    @Test
    void of_rows_with_one_key_the_greater_text_stands() {
        assertThat(folded(
                        List.of("(1L, 7L, 'x', '')", "(1L, 7L, 'z', '')", "(1L, 7L, 'y', '')"),
                        "min_by:0:0:n0 max_by:0:0:n0"))
                .isEqualTo("[] [z, z]");
    }

    @Test
    void bits_go_on_in_the_next_number() {
        List<String> rows = List.of("(1L, 0L, 4L)", "(0L, shiftleft(1L, 59), 5L)", "(0L, 1L, 6L)");
        assertThat(asked(rows, "2 1 0 sum:0:0 sum:64:0 numbers:123:0")).isEqualTo("[4, 6, 1] []");
    }

    /** More customers than Spark keeps at hand before it sorts, in more partitions than one, some without a row that counts. */
    @Test
    void rows_of_many_customers_are_kept_apart_wherever_they_lie() {
        String rows =
                "select id % 300 as who, struct(id % 2 + 2 as bits, id, string(id % 7)) as cells from range(0, 6000, 1, 5)";
        String folded = "select who, fold_rows(cells, '1 1 1 count:0 sum:1:0 texts:0:0 max_by:1:0:n0')"
                + " filter (where cells.id > 900) as f from (" + rows + ") group by who";
        String asked = "select who, count_if(id > 900 and id % 2 = 1) as n, sum(id) filter (where id > 900) as sum,"
                + " count(distinct if(id > 900 and id % 2 = 1, id % 7, null)) as texts,"
                + " string(max(id) % 7) as latest from (select id, id % 300 as who from range(6000)) group by who";
        assertThat(texts("select concat_ws(' ', who, f.numbers[0], f.numbers[1], f.numbers[2], f.texts[0]) from ("
                        + folded + ") order by who"))
                .hasSize(300)
                .isEqualTo(
                        texts("select concat_ws(' ', who, n, sum, texts, latest) from (" + asked + ") order by who"));
    }

    private static String found(String steps) {
        String found = folded(ROWS, steps);
        List<String> turned = new ArrayList<>(ROWS);
        Collections.reverse(turned);
        assertThat(folded(turned, steps)).isEqualTo(found);
        return found;
    }

    private static String folded(List<String> rows, String steps) {
        return asked(rows, "1 1 2 " + steps);
    }

    private static String asked(List<String> rows, String plan) {
        String structs =
                String.join(", ", rows.stream().map(row -> "struct" + row).toList());
        return texts(
                        "select concat('[', array_join(f.numbers, ', ', 'null'), '] [', array_join(f.texts, ', ', 'null'), ']')"
                                + " from (select fold_rows(cells, '" + plan + "') as f from (select explode(array("
                                + structs
                                + ")) as cells))")
                .get(0);
    }

    private static List<String> texts(String sql) {
        return SqlText.parse(TestSpark.session(), sql)
                .bind(TestSpark.session(), Map.of(), Map.of())
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
