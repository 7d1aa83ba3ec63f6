package io.siyu.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Finds rules whose SQL makes no sense on a frame, before they spoil the pass they would share. Only the plan is
 * analysed; no row is read.
 */
final class Senseless {
    private Senseless() {}

    /** Rule to reason, for rules that cannot be evaluated on {@code frame}. */
    static Map<Rule, String> in(Dataset<Row> frame, List<Rule> rules) {
        List<String> all =
                rules.stream().flatMap(rule -> expressions(rule).stream()).toList();
        Map<Rule, String> reasons = new LinkedHashMap<>();
        if (reason(frame, all) != null) {
            rules.forEach(rule -> {
                String reason = reason(frame, expressions(rule));
                if (reason != null) {
                    reasons.put(rule, reason);
                }
            });
        }
        return reasons;
    }

    private static List<String> expressions(Rule rule) {
        if (rule.demand() instanceof Rule.Unique unique) {
            return unique.columns().stream().map(name -> "`" + name + "`").toList();
        }
        List<String> expressions = new ArrayList<>();
        rule.predicate().ifPresent(expressions::add);
        if (rule.demand() instanceof Rule.Dqdl dqdl) {
            DqdlRule parsed = DqdlRule.of(dqdl);
            parsed.where().ifPresent(expressions::add);
            parsed.counted().ifPresent(expressions::add);
            parsed.columns().forEach(name -> expressions.add("`" + name + "`"));
        }
        return expressions;
    }

    private static @Nullable String reason(Dataset<Row> frame, List<String> expressions) {
        try {
            frame.selectExpr(expressions.toArray(String[]::new));
            return null;
        } catch (Exception e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
    }
}
