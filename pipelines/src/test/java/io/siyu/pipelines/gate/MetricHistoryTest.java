package io.siyu.pipelines.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.land.EngineTables;
import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.store.Lake;
import io.siyu.quality.History;
import io.siyu.quality.Rule;
import io.siyu.quality.RuleResult;
import io.siyu.quality.Verdict;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricHistoryTest {
    private static final String TREND = "RowCount > 0.6 * median(last(7))";

    @TempDir
    private Path folder;

    private final SparkSession spark = TestSpark.session();

    @Test
    void a_rule_has_its_own_numbers_of_the_dates_before_the_latest_first() {
        Lake lake = new Lake(folder.resolve("lake").toString());
        MetricHistory history = new MetricHistory(spark, lake);
        assertThat(history.before(run(10, 0)).last("dwd.event", TREND, 7)).isEmpty();
        EngineTables.prepare(spark, lake, Catalog.load(new House(List.of(Path.of("..", "warehouse")))));
        VerdictLog log = new VerdictLog(spark, lake, folder.resolve("verdicts"));
        log.keep(run(8, 1), measured("dwd.event", 80));
        log.keep(run(9, 1), measured("dwd.event", 90));
        log.keep(run(9, 2), measured("dwd.event", 92));
        log.keep(run(10, 1), measured("dwd.event", 100));
        log.keep(run(9, 1), measured("dwd.order_line", 7));
        log.flush("test");
        History before = history.before(run(10, 2));
        assertThat(before.last("dwd.event", TREND, 7)).containsExactly(92.0, 80.0);
        assertThat(before.last("dwd.event", TREND, 1)).containsExactly(92.0);
        assertThat(before.last("dwd.event", "RowCount > 0", 7)).isEmpty();
        assertThat(history.before(run(9, 3)).last("dwd.event", TREND, 7)).containsExactly(80.0);
    }

    private static Run run(int day, int attempt) {
        LocalDate date = LocalDate.of(2026, 11, day);
        return new Run("night-" + date + "-" + attempt, date, "test", false, false, new TreeSet<>());
    }

    private static Verdict measured(String table, double value) {
        Rule rule = new Rule(TREND, Rule.Kind.DQDL, Rule.Severity.WARN, new Rule.Dqdl("RowCount > 1", null));
        return new Verdict(table, 5, List.of(new RuleResult(rule, true, value, "")));
    }
}
