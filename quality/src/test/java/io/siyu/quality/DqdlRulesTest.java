package io.siyu.quality;

import static io.siyu.quality.TestSpark.frame;
import static io.siyu.quality.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.warehouse.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DqdlRulesTest {
    private static final Table TABLE = Contract.of("dwd.t", "k")
            .with("k", "bigint")
            .with("x", "bigint")
            .with("s", "string")
            .with("d", "date")
            .table();
    private static final Dataset<Row> ROWS = frame(
                    "k bigint, x bigint, s string, d string",
                    row(1L, 5L, "a1", "2026-01-01"),
                    row(2L, 6L, "b2", "2026-01-02"),
                    row(3L, 7L, "a1", null))
            .selectExpr("k", "x", "s", "cast(d as date) d");

    @TempDir
    Path folder;

    private List<Rule> rules(String text) throws IOException {
        return Rules.of(TABLE, Optional.of(Files.writeString(folder.resolve("t.dqdl"), text)));
    }

    private Verdict judge(String text) throws IOException {
        return Judge.judge(ROWS, TABLE, rules(text), name -> ROWS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IsComplete "s"                                                    | true
            IsComplete "d"                                                    | false
            IsComplete "d" where "k < 3"                                      | true
            Completeness "d" > 0.5                                            | true
            Completeness "d" > 0.9                                            | false
            ColumnValues "x" >= 5                                             | true
            ColumnValues "x" > 5                                              | false
            ColumnValues "x" > 5 where "k > 1"                                | true
            ColumnValues "x" between 4 and 8                                  | true
            ColumnValues "x" in [5, 6]                                        | false
            ColumnValues "s" in ["a1", "b2"]                                  | true
            ColumnValues "s" = "a1"                                           | false
            ColumnValues "s" matches "[a-z][0-9]"                             | true
            ColumnValues "s" matches "a[0-9]"                                 | false
            ColumnValues "d" >= "2026-01-01" where "d is not null"            | true
            RowCount between 1 and 10                                         | true
            RowCount > 3                                                      | false
            Mean "x" between 5 and 7                                          | true
            Sum "x" = 18                                                      | true
            IsUnique "k"                                                      | true
            IsUnique "s"                                                      | false
            IsPrimaryKey "k" "s"                                              | true
            DistinctValuesCount "s" = 2                                       | true
            CustomSql "select count(*) from primary where x < k" = 0          | true
            CustomSql "select count(*) from primary where x > 5" = 0          | false
            CustomSql "select count(*) from primary where x > 5" <= 2         | true
            """)
    void a_rule_passes_or_fails_as_it_reads(String rule, boolean passes) throws IOException {
        Verdict verdict = judge("error = [ " + rule + " ]");
        assertThat(verdict.rejects()).as(verdict.summary()).isEqualTo(!passes);
    }

    @Test
    void an_error_rejects_and_a_warning_only_warns() throws IOException {
        assertThat(judge("error = [ RowCount > 3 ]").rejects()).isTrue();
        Verdict warned = judge("warn = [ RowCount > 3 ]");
        assertThat(warned.rejects()).isFalse();
        assertThat(warned.warnings()).hasSize(1);
        assertThat(warned.summary()).isEqualTo("1 of 2 rules failed [RowCount > 3 Size is 3]");
    }

    @Test
    void comments_quotes_and_trailing_commas_do_not_disturb() throws IOException {
        List<Rule> rules = rules("""
                # what finance asked for, [2026]
                error = [
                    ColumnValues "s" in ["a1", "#, ]"],   # a comment, with a comma ]
                    (RowCount > 0),
                ]
                warn = []
                """);
        assertThat(rules.stream().map(Rule::id))
                .containsExactly("unique grain [k]", "ColumnValues \"s\" in [\"a1\", \"#, ]\"]", "(RowCount > 0)");
    }

    @Test
    void rules_that_see_no_rows_pass_unless_they_count_them() throws IOException {
        List<Rule> rules = rules("error = [ ColumnValues \"x\" > 5, Mean \"x\" > 5, IsComplete \"d\", RowCount > 0 ]");
        Verdict verdict = Judge.judge(ROWS.limit(0), TABLE, rules, name -> ROWS);
        assertThat(verdict.failures().stream().map(r -> r.rule().id())).containsExactly("RowCount > 0");
    }
}
