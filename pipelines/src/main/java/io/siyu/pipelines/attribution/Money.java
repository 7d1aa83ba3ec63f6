package io.siyu.pipelines.attribution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Credits as exact amounts: with the decimals of the total, and together the total, to its last decimal. */
public final class Money {
    /** Most decimals an amount is given with; a total that has more is rounded to these first. */
    public static final int DECIMALS = 8;

    private Money() {}

    /** The amounts of each channel. */
    public static List<BigDecimal> of(BigDecimal total, double[] value) {
        BigDecimal rounded = rounded(total);
        List<BigDecimal> amounts = new ArrayList<>();
        if (rounded.signum() == 0) {
            return Collections.nCopies(value.length, rounded);
        }
        for (long part : LargestRemainder.split(rounded.unscaledValue().longValueExact(), value)) {
            amounts.add(BigDecimal.valueOf(part, rounded.scale()));
        }
        return amounts;
    }

    /** The total that amounts add up to. */
    public static BigDecimal rounded(BigDecimal total) {
        return total.setScale(Math.max(0, Math.min(DECIMALS, total.scale())), RoundingMode.HALF_UP);
    }
}
