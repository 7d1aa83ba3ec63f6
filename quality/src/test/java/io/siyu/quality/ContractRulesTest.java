package io.siyu.quality;

import static io.siyu.quality.TestSpark.frame;
import static io.siyu.quality.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.quality.Contract.Ask;
import io.siyu.warehouse.Table;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ContractRulesTest {
    private static final Dataset<Row> STORES = frame("store_id string", row("s1"), row("s2"));

    private static RuleResult judge(Table table, Dataset<Row> rows, String rule) {
        Verdict verdict = Judge.judge(rows, table, Rules.of(table, Optional.empty()), name -> STORES);
        return verdict.results().stream()
                .filter(r -> r.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static Table oneColumn(Ask ask) {
        return Contract.of("dwd.t", "k").with("k", "bigint").with(ask).table();
    }

    @Test
    void a_required_column_may_not_be_null() {
        Table table = oneColumn(new Ask("x", "string").mustBeThere());
        Dataset<Row> rows = frame("k bigint, x string", row(1L, "a"), row(2L, null));
        RuleResult result = judge(table, rows, "required x");
        assertThat(result.passed()).isFalse();
        assertThat(result.value()).isEqualTo(0.5);
        assertThat(result.message()).isEqualTo("0.5 < 1 (1 of 2 rows)");
        assertThat(judge(table, rows.filter("k = 1"), "required x").passed()).isTrue();
    }

    @Test
    void a_closed_list_refuses_other_values_and_lets_null_pass() {
        Table table = oneColumn(new Ask("x", "string").oneOf("it's", "b"));
        Dataset<Row> rows = frame("k bigint, x string", row(1L, "it's"), row(2L, "B"), row(3L, null));
        assertThat(judge(table, rows, "values x").passed()).isFalse();
        assertThat(judge(table, rows.filter("k <> 2"), "values x").passed()).isTrue();
    }

    @Test
    void bounds_are_inclusive() {
        Table table = oneColumn(new Ask("x", "bigint").between(0, 10));
        Dataset<Row> rows = frame("k bigint, x bigint", row(1L, 0L), row(2L, 10L), row(3L, null), row(4L, 11L));
        assertThat(judge(table, rows, "min x >= 0").passed()).isTrue();
        assertThat(judge(table, rows, "max x <= 10").message()).isEqualTo("0.75 < 1 (1 of 4 rows)");
        assertThat(judge(table, rows.filter("k < 4"), "max x <= 10").passed()).isTrue();
    }

    @Test
    void an_equation_holds_on_every_row_where_both_sides_are_known() {
        Table table = oneColumn(new Ask("x", "bigint").equalTo("k + 1"));
        Dataset<Row> rows = frame("k bigint, x bigint", row(1L, 2L), row(2L, null), row(3L, 3L));
        assertThat(judge(table, rows, "x = k + 1").value()).isEqualTo(2.0 / 3);
        assertThat(judge(table, rows.filter("k < 3"), "x = k + 1").passed()).isTrue();
    }

    @Test
    void an_equation_of_a_required_column_fails_when_a_side_is_unknown() {
        Table table = Contract.of("dwd.t", "k")
                .with("k", "bigint")
                .with("y", "bigint")
                .with(new Ask("x", "bigint").mustBeThere().equalTo("y + 1"))
                .table();
        Dataset<Row> rows = frame("k bigint, y bigint, x bigint", row(1L, null, 2L));
        assertThat(judge(table, rows, "x = y + 1").passed()).isFalse();
    }

    @Test
    void a_reference_must_be_found_unless_null() {
        Table table = oneColumn(new Ask("x", "string").foundIn("dim.store"));
        Dataset<Row> rows = frame("k bigint, x string", row(1L, "s1"), row(2L, "s9"), row(3L, null));
        assertThat(judge(table, rows, "x in dim.store").message()).isEqualTo("0.666666 < 1 (1 of 3 rows)");
        assertThat(judge(table, rows.filter("k <> 2"), "x in dim.store").passed())
                .isTrue();
    }

    @Test
    void a_referenced_key_that_stands_twice_does_not_multiply_rows() {
        Table table = oneColumn(new Ask("x", "string").foundIn("dim.store"));
        Dataset<Row> rows = frame("k bigint, x string", row(1L, "s1"), row(2L, "s2"));
        Verdict verdict = Judge.judge(rows, table, Rules.of(table, Optional.empty()), name -> STORES.union(STORES));
        assertThat(verdict.rows()).isEqualTo(2);
        assertThat(verdict.rejects()).isFalse();
    }

    @Test
    void the_grain_is_unique_and_null_equals_null() {
        Table table = Contract.of("dwd.t", "a", "b")
                .with("a", "string")
                .with("b", "string")
                .table();
        Dataset<Row> rows = frame("a string, b string", row("x", "y"), row("x", null), row("x", null), row("z", "y"));
        RuleResult result = judge(table, rows, "unique grain [a, b]");
        assertThat(result.value()).isEqualTo(0.5);
        assertThat(result.message()).isEqualTo("0.5 < 1 (2 of 4 rows)");
        assertThat(judge(table, rows.distinct(), "unique grain [a, b]").passed())
                .isTrue();
    }

    @Test
    void a_floor_refuses_a_table_with_too_few_rows() {
        Table table = Contract.of("dwd.t", "k").with("k", "bigint").minRows(2).table();
        Dataset<Row> rows = frame("k bigint", row(1L), row(2L));
        assertThat(judge(table, rows, "rows").passed()).isTrue();
        assertThat(judge(table, rows.limit(1), "rows").message()).isEqualTo("1 < 2");
    }

    @Test
    void no_rows_break_no_rule_but_the_floor() {
        Table table = Contract.of("dwd.t", "k")
                .with(new Ask("k", "bigint").mustBeThere().between(0, 1))
                .minRows(1)
                .table();
        Verdict verdict = Judge.judge(frame("k bigint"), table, Rules.of(table, Optional.empty()), name -> STORES);
        assertThat(verdict.summary()).isEqualTo("1 of 5 rules failed [rows 0 < 1]");
    }
}
