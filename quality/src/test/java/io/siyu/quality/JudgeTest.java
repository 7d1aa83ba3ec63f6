package io.siyu.quality;

import static io.siyu.quality.TestSpark.frame;
import static io.siyu.quality.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.quality.Contract.Ask;
import io.siyu.warehouse.SiyuException.RunFailed;
import io.siyu.warehouse.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {
    private static final Table TABLE = Contract.of("dwd.t", "k")
            .with(new Ask("k", "bigint").mustBeThere())
            .with(new Ask("x", "bigint").between(0, 5))
            .with(new Ask("s", "string").foundIn("dim.store"))
            .table();
    private static final Dataset<Row> ROWS = frame(
            "k bigint, x bigint, s string", row(1L, 5L, "a"), row(2L, 6L, "b"), row(2L, 7L, "z"), row(4L, 1L, null));
    private static final Dataset<Row> STORES = frame("store_id string", row("a"), row("b"));

    @TempDir
    Path folder;

    private static Verdict judge(Dataset<Row> rows, List<Rule> rules) {
        return Judge.judge(rows, TABLE, rules, name -> STORES);
    }

    @Test
    void one_rule_that_cannot_be_evaluated_does_not_stop_the_others() {
        List<Rule> rules = new ArrayList<>(Rules.of(TABLE, Optional.empty()));
        rules.add(0, new Rule("broken", Rule.Kind.CONTRACT, Rule.Severity.WARN, new Rule.EachRow("no_such > 1")));
        Verdict verdict = judge(ROWS, rules);
        assertThat(verdict.results().get(0).message())
                .startsWith("cannot be evaluated: ")
                .contains("no_such");
        assertThat(verdict.results().subList(1, rules.size()))
                .isEqualTo(judge(ROWS, Rules.of(TABLE, Optional.empty())).results());
    }

    @Test
    void a_column_that_is_not_there_fails_only_its_own_rules() {
        Verdict verdict = judge(ROWS.drop("x"), Rules.of(TABLE, Optional.empty()));
        assertThat(verdict.failures().stream().map(r -> r.rule().id()))
                .containsExactly("min x >= 0", "max x <= 5", "s in dim.store", "unique grain [k]");
    }

    @Test
    void a_wrong_type_fails_only_its_own_rule() throws IOException {
        Path file = Files.writeString(folder.resolve("t.dqdl"), "warn = [ Mean \"s\" > 1, Mean \"x\" > 1 ]");
        Verdict verdict = judge(ROWS, Rules.of(TABLE, Optional.of(file)));
        assertThat(verdict.warnings()).hasSize(1);
        assertThat(verdict.warnings().get(0).message()).startsWith("cannot be evaluated: ");
    }

    @Test
    void the_order_of_rows_changes_nothing() {
        List<Rule> rules = Rules.of(TABLE, Optional.empty());
        Dataset<Row> turned = ROWS.orderBy(ROWS.col("x").desc()).repartition(3);
        assertThat(judge(turned, rules)).isEqualTo(judge(ROWS, rules));
    }

    @Test
    void the_order_of_rules_changes_no_result() {
        List<Rule> rules = Rules.of(TABLE, Optional.empty());
        List<Rule> turned = new ArrayList<>(rules);
        Collections.reverse(turned);
        assertThat(judge(ROWS, turned).results())
                .containsExactlyInAnyOrderElementsOf(judge(ROWS, rules).results());
    }

    @Test
    void rows_that_cannot_be_read_are_a_failed_run_and_no_verdict() {
        Dataset<Row> unreadable =
                ROWS.withColumn("x", org.apache.spark.sql.functions.expr("cast(raise_error('disk gone') as bigint)"));
        assertThatThrownBy(() -> judge(unreadable, Rules.of(TABLE, Optional.empty())))
                .isInstanceOf(RunFailed.class)
                .hasMessageStartingWith("Cannot judge dwd.t: its rows cannot be read (")
                .hasMessageContaining("disk gone");
    }
}
