package io.siyu.pipelines.attribution;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Shares a whole number of units (fen) so that the parts are whole and add up exactly: everyone gets the whole units of
 * what is due, and those left go one each to the largest remainders, the earlier first among equals.
 */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * The parts of {@code total}. Computed exactly from the weights as they stand, without rounding in between; the parts of
     * {@code -total} are those of {@code total} with the other sign, so that a refund takes back what was given.
     *
     * @param total units; negative for what is taken back
     * @param weights finite; their sum is not nought
     */
    public static long[] split(long total, double[] weights) {
        BigDecimal[] exact = Arrays.stream(weights).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
        BigDecimal all = Arrays.stream(exact).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) {
            throw new IllegalArgumentException("nobody has a share: " + Arrays.toString(weights));
        }
        BigDecimal amount = BigDecimal.valueOf(total).abs();
        BigInteger[] parts = new BigInteger[weights.length];
        BigDecimal[] rests = new BigDecimal[weights.length];
        BigInteger left = amount.toBigInteger();
        for (int i = 0; i < parts.length; i++) {
            BigDecimal due = amount.multiply(exact[i]);
            BigDecimal whole = due.divide(all, 0, RoundingMode.FLOOR);
            parts[i] = whole.toBigInteger();
            rests[i] = due.subtract(whole.multiply(all)).multiply(BigDecimal.valueOf(all.signum()));
            left = left.subtract(parts[i]);
        }
        int[] first = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> rests[i]).reversed())
                .limit(left.longValueExact())
                .mapToInt(i -> i)
                .toArray();
        for (int i : first) {
            parts[i] = parts[i].add(BigInteger.ONE);
        }
        return Arrays.stream(parts)
                .mapToLong(part -> total < 0 ? part.negate().longValueExact() : part.longValueExact())
                .toArray();
    }
}
