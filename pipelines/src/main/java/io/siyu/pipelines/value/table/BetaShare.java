package io.siyu.pipelines.value.table;

import org.apache.commons.math3.special.Beta;

/**
 * The regularized incomplete beta function I_x(a, b) of many x for one a and b, where x is v/(1 + v): the distribution function of a
 * beta prime value v. By the continued fraction of DLMF 8.17.22, summed by the modified method of Lentz (Thompson and Barnett 1986).
 */
final class BetaShare {
    private static final double EXACT = 1e-10;
    private static final double TINY = 1e-300;
    private static final int MOST = 10_000;

    private final double a;
    private final double b;
    private final double logBeta;

    BetaShare(double a, double b) {
        this.a = a;
        this.b = b;
        this.logBeta = Beta.logBeta(a, b);
    }

    /**
     * How fast the function grows with the logarithm of v: the density of ln v.
     *
     * @param log of x
     * @param logRest of 1 - x
     */
    double slope(double log, double logRest) {
        return Math.exp(a * log + b * logRest - logBeta);
    }

    /** I_x(a, b), where {@code slope} is what {@link #slope} says there. */
    double below(double x, double slope) {
        return x <= (a + 1) / (a + b + 2) ? slope * fraction(x, a, b) / a : 1 - slope * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double d = 1 / apartFromZero(1 - (a + b) * x / (a + 1));
        double c = 1;
        double value = d;
        for (int m = 1; m < MOST; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / apartFromZero(1 + even * d);
            c = apartFromZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / apartFromZero(1 + odd * d);
            c = apartFromZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < EXACT) {
                break;
            }
        }
        return value;
    }

    private static double apartFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
