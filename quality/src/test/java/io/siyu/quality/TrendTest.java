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

/** Three rows, two of a store and one of them with a member, against numbers of earlier nights. */
class TrendTest {
    private static final Table TABLE = Contract.of("dwd.t", "k")
            .with("k", "bigint")
            .with("member", "string")
            .table();
    private static final Dataset<Row> ROWS =
            frame("k bigint, member string", row(1L, "a"), row(2L, null), row(3L, "c"));
    private static final String DROP = "RowCount > 0.6 * median(last(7))";
    private static final String SHARE = "Completeness \"member\" >= 0.7 * avg(last(3)) where \"k < 3\"";
    private static final String COUNT =
            "CustomSql \"select count(*) from primary where k > 1\" <= 1 + (2 * max(last(2)))";

    @TempDir
    Path folder;

    private RuleResult judge(String text, Double... before) throws IOException {
        Path file = Files.writeString(folder.resolve("t.dqdl"), "warn = [ " + text + " ]");
        History history = (table, rule, nights) -> {
            assertThat(table + " " + rule).isEqualTo("dwd.t " + text);
            return List.of(before).subList(0, Math.min(nights, before.length));
        };
        List<Rule> rules = Rules.tonight(Rules.of(TABLE, Optional.of(file)), TABLE, history);
        List<RuleResult> results = Judge.judge(ROWS, TABLE, rules, name -> ROWS).results();
        return results.get(results.size() - 1);
    }

    @Test
    void tonight_is_held_to_the_nights_before_and_says_what_the_bound_was() throws IOException {
        assertThat(judge(DROP, 4.0, 4.0, 900.0, 4.0).passed()).isTrue();
        RuleResult dropped = judge(DROP, 6.0, 5.0, 4.0, 900.0);
        assertThat(dropped.passed()).isFalse();
        assertThat(dropped.rule().id()).isEqualTo(DROP);
        assertThat(dropped.value()).isEqualTo(3.0);
        assertThat(dropped.message()).isEqualTo("Size is 3; tonight the rule is RowCount > 3.3");
    }

    @Test
    void a_share_of_some_rows_and_a_count_of_bad_ones_are_too() throws IOException {
        assertThat(judge(SHARE, 0.6, 0.7, 0.8).passed()).isTrue();
        assertThat(judge(SHARE, 0.7, 0.8, 0.9).message())
                .isEqualTo("Completeness is 0.5; tonight the rule is Completeness \"member\" >= 0.56 where \"k < 3\"");
        assertThat(judge(COUNT, 0.5, 0.0).passed()).isTrue();
        assertThat(judge(COUNT, 0.0, 0.0).passed()).isFalse();
    }

    @Test
    void with_too_few_nights_behind_it_a_rule_measures_and_holds() throws IOException {
        assertThat(judge(DROP, 900.0, 900.0).passed()).isTrue();
        assertThat(judge(DROP, 900.0, 900.0).value()).isEqualTo(3.0);
        assertThat(judge(COUNT, 0.0).passed()).isTrue();
    }
}
