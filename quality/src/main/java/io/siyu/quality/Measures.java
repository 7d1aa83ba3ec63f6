package io.siyu.quality;

import io.siyu.quality.DeequSuite.Measured;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what Deequ measured for a DQDL rule into its result. */
final class Measures {
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.DOWN);

    private Measures() {}

    /** A rule passes when each of its numbers is as demanded; no rows to measure is nothing against it. */
    static RuleResult result(Rule rule, List<Measured> measured) {
        List<Measured> bad = measured.stream().filter(m -> !m.ok()).toList();
        Measured decided = bad.isEmpty() ? measured.get(0) : bad.get(0);
        String message = bad.stream().map(Measures::text).collect(Collectors.joining(", "));
        if (!bad.isEmpty() && rule.demand() instanceof Rule.Dqdl dqdl && Trend.isIn(rule.id())) {
            message += "; tonight the rule is " + dqdl.text();
        }
        return new RuleResult(rule, bad.isEmpty(), decided.value(), message);
    }

    /** At most six digits, never rounded up: 0.9999999 must not read as 1. */
    static String show(@Nullable Double value) {
        if (value == null || value.isNaN() || value.isInfinite()) {
            return String.valueOf(value);
        }
        return BigDecimal.valueOf(value).round(SIX_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String text(Measured measured) {
        Throwable problem = measured.problem();
        return problem == null
                ? measured.name() + " is " + show(measured.value())
                : "cannot be evaluated: " + problem.getMessage();
    }
}
