package io.siyu.quality;

import static io.siyu.quality.TestSpark.SPARK;
import static io.siyu.quality.TestSpark.frame;
import static io.siyu.quality.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.quality.Contract.Ask;
import io.siyu.warehouse.Table;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RejectedRowsTest {
    private static final Table TABLE = Contract.of("dwd.t", "k")
            .with("k", "bigint")
            .with(new Ask("x", "bigint").between(0, 5))
            .with(new Ask("s", "string").foundIn("dim.store"))
            .with(new Ask("phone", "string").ofPerson())
            .table();
    private static final Dataset<Row> STORES = frame("store_id string", row("a"));

    private static List<String> rejected(Dataset<Row> rows) {
        Verdict verdict = Judge.judge(rows, TABLE, Rules.of(TABLE, Optional.empty()), name -> STORES);
        return RejectedRows.of(rows, verdict, TABLE, name -> STORES).collectAsList().stream()
                .map(r -> r.mkString("|"))
                .toList();
    }

    @Test
    void each_failed_rule_shows_its_rows_and_duplicates_show_all_of_them() {
        Dataset<Row> rows = frame(
                "k bigint, x bigint, s string, phone string",
                row(2L, 1L, "a", null),
                row(1L, 9L, "a", "138"),
                row(2L, 2L, "z", "139"));
        assertThat(rejected(rows))
                .containsExactly(
                        "dwd.t|max x <= 5|{\"k\":1}|{\"k\":1,\"x\":9,\"s\":\"a\",\"phone\":\"***\"}",
                        "dwd.t|s in dim.store|{\"k\":2}|{\"k\":2,\"x\":2,\"s\":\"z\",\"phone\":\"***\"}",
                        "dwd.t|unique grain [k]|{\"k\":2}|{\"k\":2,\"x\":1,\"s\":\"a\",\"phone\":null}",
                        "dwd.t|unique grain [k]|{\"k\":2}|{\"k\":2,\"x\":2,\"s\":\"z\",\"phone\":\"***\"}");
    }

    @Test
    void a_personal_grain_is_masked_too() {
        Table table = Contract.of("dwd.p", "phone")
                .with(new Ask("phone", "string").ofPerson().oneOf("1"))
                .table();
        Dataset<Row> rows = frame("phone string", row("138"));
        Verdict verdict = Judge.judge(rows, table, Rules.of(table, Optional.empty()), name -> STORES);
        assertThat(RejectedRows.of(rows, verdict, table, name -> STORES).first().mkString("|"))
                .isEqualTo("dwd.p|values phone|{\"phone\":\"***\"}|{\"phone\":\"***\"}");
    }

    @Test
    void at_most_a_thousand_rows_are_kept_whatever_their_order() {
        Dataset<Row> rows = SPARK.range(1500).selectExpr("id k", "9L x", "'a' s", "cast(null as string) phone");
        List<String> kept = rejected(rows);
        assertThat(kept)
                .hasSize(RejectedRows.MOST)
                .isEqualTo(rejected(rows.orderBy(rows.col("k").desc())));
    }

    @Test
    void nothing_failed_shows_nothing() {
        assertThat(rejected(frame("k bigint, x bigint, s string, phone string", row(1L, 1L, "a", "138"))))
                .isEmpty();
    }
}
