package io.siyu.pipelines.gate;

import io.siyu.pipelines.step.Gate;
import io.siyu.pipelines.step.Run;
import io.siyu.quality.Judge;
import io.siyu.quality.Rule;
import io.siyu.quality.Rules;
import io.siyu.quality.Verdict;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judges rows by all rules of their table, keeps what was said, and lets through what no error rule is against. */
public final class QualityGate implements Gate {
    private final House house;
    private final VerdictLog log;
    private final MetricHistory history;
    private final Map<String, List<Rule>> rules = new ConcurrentHashMap<>();

    /** @param house where rule files lie: {@code rules/<layer>/<table>.dqdl} */
    public QualityGate(House house, VerdictLog log) {
        this.house = house;
        this.log = log;
        this.history = new MetricHistory(log.spark(), log.lake());
    }

    @Override
    public Passed judge(Run run, Table table, Dataset<Row> rows, Function<String, Dataset<Row>> tables) {
        List<Rule> all = rules.computeIfAbsent(table.name(), name -> Rules.of(table, house));
        Verdict verdict = Judge.judge(rows, table, Rules.tonight(all, table, history.before(run)), tables);
        Runnable keep = () -> {
            log.keep(run, verdict);
            if (!verdict.failures().isEmpty()) {
                log.keepRejected(run, table, rows, verdict, tables);
            }
        };
        if (verdict.rejects()) {
            keep.run();
            throw Problems.rejected(
                    "write " + table.name() + " for " + run.date(),
                    verdict.summary(),
                    "The table stands as it was and readers see the last release. The rows: bin/siyu sql "
                            + "--latest \"select * from quality.rejected_row where run_id = '" + run.id() + "'\"");
        }
        return new Passed(verdict.rows(), told(verdict), keep, () -> log.forget(run, verdict));
    }

    private static String told(Verdict verdict) {
        int warnings = verdict.warnings().size();
        int rules = verdict.results().size();
        return (rules - warnings) + " of " + rules + " rules hold";
    }
}
