package io.siyu.quality;

import com.amazon.deequ.checks.Check;
import io.siyu.quality.DeequSuite.Measured;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Says whether rows are good enough for their table: one Deequ pass for all rules, and one more per unique key. */
public final class Judge {
    private static final String ROWS = "rows";

    private Judge() {}

    /**
     * Judges {@code rows}. A rule that cannot be evaluated fails and says why; the others are judged all the same.
     *
     * @param rows the table's rows; read two or three times, so cache them when they are dear
     * @param referenced table name to a frame whose first column is that table's grain
     * @throws io.siyu.warehouse.SiyuException.RunFailed when the rows cannot be read at all
     */
    public static Verdict judge(
            Dataset<Row> rows, Table table, List<Rule> rules, Function<String, Dataset<Row>> referenced) {
        if (NoRows.in(rows) && rules.stream().noneMatch(rule -> rule.demand() instanceof Rule.Dqdl)) {
            return new Verdict(
                    table.name(), 0, rules.stream().map(Judge::overNoRows).toList());
        }
        Dataset<Row> frame = References.mark(rows, rules, referenced);
        Map<Rule, String> senseless = Senseless.in(frame, rules);
        Map<Object, Check> checks = new LinkedHashMap<>();
        checks.put(ROWS, DeequSuite.rows(ROWS));
        rules.stream()
                .filter(rule -> !senseless.containsKey(rule))
                .forEach(rule -> check(rule).ifPresent(check -> checks.put(rule, check)));
        Map<Object, List<Measured>> measured = DeequSuite.run(frame, checks);
        long count = count(measured.getOrDefault(ROWS, List.of()), table);
        List<RuleResult> results = new ArrayList<>();
        for (Rule rule : rules) {
            String sense = senseless.get(rule);
            results.add(
                    sense == null
                            ? result(rule, count, rows, measured.getOrDefault(rule, List.of()))
                            : new RuleResult(rule, false, null, "cannot be evaluated: " + sense));
        }
        return new Verdict(table.name(), count, results);
    }

    private static Optional<Check> check(Rule rule) {
        if (rule.demand() instanceof Rule.Dqdl dqdl) {
            return DqdlRule.of(dqdl).check();
        }
        return rule.predicate().map(good -> DeequSuite.everyRow(rule.id(), good));
    }

    private static long count(List<Measured> sizes, Table table) {
        Measured size = sizes.get(0);
        if (size.value() == null) {
            Throwable cause = size.problem();
            throw Problems.failed(
                    "judge " + table.name(),
                    "its rows cannot be read (" + cause + ")",
                    "Nothing of it is written; run the step again.",
                    cause);
        }
        return size.value().longValue();
    }

    private static RuleResult result(Rule rule, long count, Dataset<Row> rows, List<Measured> measured) {
        if (rule.demand() instanceof Rule.AtLeast floor) {
            return atLeast(rule, floor, count);
        }
        if (rule.demand() instanceof Rule.Unique unique) {
            return fraction(rule, count, Duplicates.count(rows, unique.columns()));
        }
        if (rule.demand() instanceof Rule.Dqdl) {
            return Measures.result(rule, measured);
        }
        Double good = Objects.requireNonNull(measured.get(0)).value();
        return fraction(rule, count, good == null ? 0 : count - Math.round(good * count));
    }

    /** Whatever is asked of each row holds when there is none. */
    private static RuleResult overNoRows(Rule rule) {
        return rule.demand() instanceof Rule.AtLeast floor ? atLeast(rule, floor, 0) : fraction(rule, 0, 0);
    }

    private static RuleResult atLeast(Rule rule, Rule.AtLeast floor, long count) {
        boolean passed = count >= floor.rows();
        return new RuleResult(rule, passed, (double) count, passed ? "" : count + " < " + floor.rows());
    }

    private static RuleResult fraction(Rule rule, long rows, long bad) {
        if (bad == 0) {
            return new RuleResult(rule, true, rows == 0 ? null : 1.0, "");
        }
        double good = (double) (rows - bad) / rows;
        return new RuleResult(rule, false, good, Measures.show(good) + " < 1 (" + bad + " of " + rows + " rows)");
    }
}
