package io.siyu.quality;

import com.amazon.deequ.checks.Check;
import com.amazon.deequ.dqdl.execution.DefaultOperandEvaluator$;
import com.amazon.deequ.dqdl.model.DeequExecutableRule;
import com.amazon.deequ.dqdl.translation.DQDLRuleTranslator$;
import io.siyu.warehouse.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.glue.dqdl.exception.InvalidDataQualityRulesetException;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.model.condition.number.NumberBasedCondition;
import software.amazon.glue.dqdl.model.condition.number.NumericOperand;

/** A parsed DQDL rule, and Deequ's own translation of it into a check that joins the table's one pass. */
final class DqdlRule {
    /** Rule types that one frame answers, without a clock. */
    static final List<String> TYPES = List.of(
            "ColumnCorrelation",
            "ColumnCount",
            "ColumnExists",
            "ColumnLength",
            "ColumnValues",
            "Completeness",
            "CustomSql",
            "DistinctValuesCount",
            "Entropy",
            "IsComplete",
            "IsPrimaryKey",
            "IsUnique",
            "Mean",
            "Range",
            "RowCount",
            "StandardDeviation",
            "Sum",
            "UniqueValueRatio",
            "Uniqueness",
            "Variance",
            "ZerosCount");
    /** The one form of CustomSql that needs no pass of its own. */
    static final String COUNT_FORM = "CustomSql \"select count(*) from primary where <condition>\" <comparison>";

    private static final Pattern COUNT =
            Pattern.compile("(?is)\\s*select\\s+count\\s*\\(\\s*\\*\\s*\\)\\s+from\\s+primary\\s+where\\s+(.+)");

    private final DQRule rule;

    private DqdlRule(DQRule rule) {
        this.rule = rule;
    }

    /** Reads one rule; {@link InvalidDataQualityRulesetException} when it is not DQDL. */
    static DqdlRule parse(String text) throws InvalidDataQualityRulesetException {
        return new DqdlRule(DqdlGrammar.rules("Rules = [ " + text + " ]").get(0));
    }

    /** A rule that was read before, by {@link Rules#of}. */
    static DqdlRule of(Rule.Dqdl rule) {
        try {
            return parse(rule.text());
        } catch (InvalidDataQualityRulesetException e) {
            throw Problems.cannot("judge by '" + rule.text() + "'", "it is not DQDL", "Make rules with Rules.of");
        }
    }

    String type() {
        return rule.getRuleType();
    }

    /** The columns named as parameters. */
    List<String> columns() {
        return rule.getParameters().entrySet().stream()
                .filter(e -> e.getKey().startsWith("TargetColumn"))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    Optional<String> where() {
        return Optional.<@Nullable String>ofNullable(rule.getWhereClause()).filter(where -> !where.isBlank());
    }

    boolean hasThreshold() {
        return rule.getThresholdCondition() != null
                && !rule.getThresholdCondition().getConditionAsString().isBlank();
    }

    /** The condition whose rows a CustomSql of the {@link #COUNT_FORM} counts. */
    Optional<String> counted() {
        Matcher count = COUNT.matcher(rule.getParameters().getOrDefault("CustomSqlStatement", ""));
        return type().equals("CustomSql") && count.matches() && rule.getCondition() instanceof NumberBasedCondition
                ? Optional.of(count.group(1).strip())
                : Optional.empty();
    }

    /** What the rule compares with: {@code >= 0}, {@code in ["a", "b"]}; empty when it compares nothing. */
    String condition() {
        return rule.getCondition() == null
                ? ""
                : rule.getCondition().getConditionAsString().strip();
    }

    /** What the rule compares its number with; empty when that is no single number. */
    Optional<NumericOperand> bound() {
        return rule.getCondition() instanceof NumberBasedCondition condition
                        && condition.getOperands().size() == 1
                ? Optional.of(condition.getOperands().get(0))
                : Optional.empty();
    }

    /** Deequ's check for this rule, or empty when Deequ cannot express it on one frame. */
    Optional<Check> check() {
        if (counted().isPresent()) {
            NumberBasedCondition condition = (NumberBasedCondition) rule.getCondition();
            return Optional.of(DeequSuite.count(
                    rule.toString(),
                    counted().get(),
                    rows -> condition.evaluate((double) rows, rule, DefaultOperandEvaluator$.MODULE$)));
        }
        return DQDLRuleTranslator$.MODULE$.toExecutableRule(rule) instanceof DeequExecutableRule executable
                ? Optional.of(executable.check())
                : Optional.empty();
    }
}
