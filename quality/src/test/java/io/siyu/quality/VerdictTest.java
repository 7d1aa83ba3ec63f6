package io.siyu.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException.RunFailed;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final RuleResult UNIQUE = result(
            new Rule.Unique(List.of("order_id")),
            "unique grain [order_id]",
            Rule.Severity.ERROR,
            0.998,
            "0.998 < 1 (2 of 1000 rows)");
    private static final RuleResult WARNED =
            result(new Rule.Dqdl("Mean \"x\" > 1", null), "Mean \"x\" > 1", Rule.Severity.WARN, null, "Mean is 1");
    private static final RuleResult GOOD =
            new RuleResult(rule(new Rule.AtLeast(10), "rows", Rule.Severity.ERROR), true, 1000.0, "");

    private static Rule rule(Rule.Demand demand, String id, Rule.Severity severity) {
        return new Rule(id, Rule.Kind.CONTRACT, severity, demand);
    }

    private static RuleResult result(
            Rule.Demand demand, String id, Rule.Severity severity, Double value, String message) {
        return new RuleResult(rule(demand, id, severity), false, value, message);
    }

    @Test
    void one_failed_error_rejects() {
        assertThat(new Verdict("dwd.order", 1000, List.of(GOOD, UNIQUE)).rejects())
                .isTrue();
        assertThat(new Verdict("dwd.order", 1000, List.of(GOOD, WARNED)).rejects())
                .isFalse();
    }

    @Test
    void the_summary_names_what_failed() {
        assertThat(new Verdict("dwd.order", 1000, List.of(UNIQUE, GOOD, WARNED)).summary())
                .isEqualTo("2 of 3 rules failed"
                        + " [unique grain [order_id] 0.998 < 1 (2 of 1000 rows); Mean \"x\" > 1 Mean is 1]");
        assertThat(new Verdict("dwd.order", 1000, List.of(GOOD)).summary()).isEqualTo("all 1 rules passed");
    }

    @Test
    void json_keeps_every_kind_of_rule() {
        Verdict verdict = new Verdict(
                "dwd.order",
                1000,
                List.of(
                        UNIQUE,
                        WARNED,
                        GOOD,
                        result(new Rule.EachRow("`x` > 1"), "min x > 1", Rule.Severity.ERROR, 0.5, "0.5 < 1"),
                        result(new Rule.Found("s", "dim.store"), "s in dim.store", Rule.Severity.ERROR, 0.5, "\"")));
        assertThat(Verdict.fromJson(verdict.toJson())).isEqualTo(verdict);
    }

    @Test
    void json_of_something_else_is_refused() {
        assertThatThrownBy(() -> Verdict.fromJson("[1]"))
                .isInstanceOf(RunFailed.class)
                .hasMessageStartingWith("Cannot read a verdict: ");
    }
}
