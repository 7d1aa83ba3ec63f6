package io.siyu.pipelines.value.model;

/** Sums of numbers that are only known by their logarithms. */
final class Logs {
    private Logs() {}

    /** {@code ln(e^a + e^b)}. */
    static double add(double a, double b) {
        double high = Math.max(a, b);
        return high == Double.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
    }

    /** {@code e^a / (e^a + e^b)}. */
    static double share(double a, double b) {
        return b == Double.NEGATIVE_INFINITY ? 1 : 1 / (1 + Math.exp(b - a));
    }
}
