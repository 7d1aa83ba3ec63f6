package io.siyu.quality;

import static io.siyu.quality.TestSpark.SPARK;
import static io.siyu.quality.TestSpark.frame;
import static io.siyu.quality.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.quality.Contract.Ask;
import io.siyu.warehouse.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class QualityLogTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 1);
    private static final Table TABLE = Contract.of("dwd.t", "k")
            .with(new Ask("k", "bigint").mustBeThere())
            .minRows(2)
            .table();
    private static final Dataset<Row> ROWS = frame("k bigint", row(1L), row((Object) null), row(1L), row(2L));
    private static final Verdict VERDICT = Judge.judge(ROWS, TABLE, Rules.of(TABLE, Optional.empty()), name -> ROWS);

    private static List<String> texts(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(r -> r.mkString("|")).toList();
    }

    @Test
    void each_rule_leaves_a_result() {
        Dataset<Row> results = QualityLog.results(SPARK, "r1", DATE, List.of(VERDICT));
        assertThat(texts(results))
                .containsExactly(
                        "r1|2026-11-01|dwd.t|required k|contract|error|false|0.75|0.75 < 1 (1 of 4 rows)",
                        "r1|2026-11-01|dwd.t|unique grain [k]|contract|error|false|0.5|0.5 < 1 (2 of 4 rows)",
                        "r1|2026-11-01|dwd.t|rows|contract|error|true|4.0|");
        assertThat(results.schema()).isEqualTo(QualityLog.RULE_RESULT);
    }

    @Test
    void the_row_count_is_a_metric_once() {
        assertThat(texts(QualityLog.metrics(SPARK, "r1", DATE, List.of(VERDICT))))
                .containsExactly(
                        "r1|2026-11-01|dwd.t|rows|4.0",
                        "r1|2026-11-01|dwd.t|required k|0.75",
                        "r1|2026-11-01|dwd.t|unique grain [k]|0.5");
    }

    @Test
    void rejected_rows_carry_run_and_date() {
        Dataset<Row> rejected = QualityLog.rejected("r1", DATE, RejectedRows.of(ROWS, VERDICT, TABLE, name -> ROWS));
        assertThat(rejected.columns()).isEqualTo(QualityLog.REJECTED_ROW.fieldNames());
        assertThat(texts(rejected)).contains("r1|2026-11-01|dwd.t|required k|{\"k\":null}|{\"k\":null}");
    }
}
