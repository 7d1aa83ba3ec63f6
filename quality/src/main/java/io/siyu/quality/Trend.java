package io.siyu.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.glue.dqdl.model.condition.number.AtomicNumberOperand;
import software.amazon.glue.dqdl.model.condition.number.BinaryExpressionOperand;
import software.amazon.glue.dqdl.model.condition.number.FunctionCallOperand;
import software.amazon.glue.dqdl.model.condition.number.NumericOperand;

/**
 * A rule that compares tonight's number with its own of the nights before, DQDL's dynamic rule: {@code RowCount > 0.6 *
 * median(last(7))}. Its bound is worked out before the rows are judged, from dates before tonight's only, so that a night
 * that runs again gets the same. With fewer than three nights behind it the rule measures and holds.
 */
final class Trend {
    static final String FORM =
            "a warning, <number> <comparison> <expression> with avg, median, min or max of last(<nights>)";

    private static final Pattern COMPARED =
            Pattern.compile("(>=|<=|>|<)([^\"<>=]*\\blast\\s*\\([^\"<>=]*?)(?=\\s+where\\s+\"|\\s*$)");
    private static final String ANYTHING = "1000000000000000";
    private static final int ENOUGH = 3;

    private Trend() {}

    static boolean isIn(String text) {
        return COMPARED.matcher(text).find();
    }

    /** What is wrong with a rule that {@link #isIn} says is one. */
    static Optional<String> problem(DqdlRule rule, Rule.Severity severity) {
        if (severity == Rule.Severity.ERROR) {
            return Optional.of("an error that depends on other nights");
        }
        try {
            value(bound(rule), nights -> List.of(1.0, 1.0, 1.0));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The rule as it is tonight: the same name, and a bound that is a number. */
    static Rule tonight(Rule rule, String table, History history) {
        if (!(rule.demand() instanceof Rule.Dqdl dqdl) || !isIn(dqdl.text())) {
            return rule;
        }
        OptionalDouble bound = value(bound(DqdlRule.of(dqdl)), nights -> history.last(table, rule.id(), nights));
        Matcher compared = COMPARED.matcher(dqdl.text());
        String text = compared.replaceAll(match -> match.group(1) + " "
                + (bound.isPresent()
                        ? shown(bound.getAsDouble())
                        : (match.group(1).startsWith(">") ? "-" : "") + ANYTHING));
        return new Rule(rule.id(), rule.kind(), rule.severity(), new Rule.Dqdl(text, null));
    }

    private static String shown(double bound) {
        return BigDecimal.valueOf(bound)
                .round(MathContext.DECIMAL32)
                .stripTrailingZeros()
                .toPlainString();
    }

    private interface Nights {
        List<Double> last(int nights);
    }

    private static NumericOperand bound(DqdlRule rule) {
        return rule.bound().orElseThrow(() -> new IllegalArgumentException("last(n) where no number is compared"));
    }

    /** Empty when too few nights are behind it. */
    private static OptionalDouble value(NumericOperand operand, Nights history) {
        if (operand instanceof AtomicNumberOperand) {
            return OptionalDouble.of(Double.parseDouble(operand.getOperand()));
        }
        if (operand instanceof BinaryExpressionOperand binary) {
            checkOrder(binary, binary.getOperand1());
            checkOrder(binary, binary.getOperand2());
            OptionalDouble left = value(binary.getOperand1(), history);
            OptionalDouble right = value(binary.getOperand2(), history);
            return left.isEmpty() || right.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(computed(binary.getOperator(), left.getAsDouble(), right.getAsDouble()));
        }
        if (operand instanceof FunctionCallOperand call && call.getOperands().size() == 1) {
            return aggregated(call, history);
        }
        throw new IllegalArgumentException("'" + operand.getOperand() + "'");
    }

    /** DQDL knows no order of operations: {@code 1 + 2 * x} is three times x there. */
    private static void checkOrder(BinaryExpressionOperand whole, NumericOperand part) {
        if (part instanceof BinaryExpressionOperand inner
                && !part.isParenthesized()
                && !(whole.getOperator().matches("[+*]") && whole.getOperator().equals(inner.getOperator()))) {
            throw new IllegalArgumentException("'" + whole.getOperand() + "' without parentheses");
        }
    }

    private static double computed(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            default -> throw new IllegalArgumentException("operator '" + operator + "'");
        };
    }

    private static OptionalDouble aggregated(FunctionCallOperand call, Nights history) {
        NumericOperand over = call.getOperands().get(0);
        if (!(over instanceof FunctionCallOperand last)
                || !last.getFunctionName().equals("last")
                || last.getOperands().size() != 1
                || !last.getOperands().get(0).getOperand().matches("[1-9]\\d?")) {
            throw new IllegalArgumentException("'" + call.getOperand() + "'");
        }
        int nights = Integer.parseInt(last.getOperands().get(0).getOperand());
        double[] values = history.last(nights).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (values.length < Math.min(nights, ENOUGH)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                switch (call.getFunctionName()) {
                    case "min" -> values[0];
                    case "max" -> values[values.length - 1];
                    case "avg" -> Arrays.stream(values).average().orElseThrow();
                    case "median" -> (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
                    default -> throw new IllegalArgumentException("function '" + call.getFunctionName() + "'");
                });
    }
}
