package io.siyu.pipelines.value.model;

/**
 * The integral in the likelihood of Pareto/NBD: over the moments y at which a customer may have left,
 * {@code ∫ (α+y)^-(r+x) (β+y)^-(s+1) dy} from t_x to T. Usually it is written as a difference of two hypergeometric functions; here
 * it is summed as it stands, with all terms positive, so that nothing cancels and its slopes come with it.
 *
 * <p>In w = ln((m+y)/(m+t_x)), m the lesser of α and β, the integrand is log-concave and smooth (its nearest singularity is π away
 * from the real axis), so that 32 nodes give machine precision; a tail below e^-40 of the start is cut off.
 */
final class LifetimeIntegral {
    private static final double TAIL = 40;

    /** Over a shorter way, and a smaller fall of the logarithm, 16 nodes are as exact. */
    private static final double SHORT = 2;

    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;
    private final double lesser;

    /** Logarithm of the integral last taken. */
    double log;

    /** Its derivatives in r, α, s and β. */
    final double[] slope = new double[4];

    LifetimeIntegral(double[] parameters) {
        this.r = parameters[0];
        this.alpha = parameters[1];
        this.s = parameters[2];
        this.beta = parameters[3];
        this.lesser = Math.min(alpha, beta);
    }

    /** Takes the integral for a history; {@link #log} is minus infinity when it has no length. */
    void take(History h) {
        double from = h.recency();
        double order = r + h.x();
        double end = end(order, from, Math.log((lesser + h.age()) / (lesser + from)));
        Legendre rule = end < SHORT && drop(order, from, end) < SHORT ? Legendre.COARSE : Legendre.FINE;
        double sum = 0;
        double sumR = 0;
        double sumAlpha = 0;
        double sumS = 0;
        double sumBeta = 0;
        double logAlpha = Math.log(alpha + from);
        double logBeta = Math.log(beta + from);
        for (int i = 0; i < rule.size(); i++) {
            double past = (lesser + from) * Math.exp(end * rule.point(i));
            double y = past - lesser;
            double atAlpha = Math.log(alpha + y);
            double atBeta = Math.log(beta + y);
            double part =
                    rule.weight(i) * Math.exp(-order * (atAlpha - logAlpha) - (s + 1) * (atBeta - logBeta)) * past;
            sum += part;
            sumR -= part * atAlpha;
            sumAlpha -= part * order / (alpha + y);
            sumS -= part * atBeta;
            sumBeta -= part * (s + 1) / (beta + y);
        }
        log = Math.log(sum * end) - order * logAlpha - (s + 1) * logBeta;
        boolean none = sum * end == 0;
        slope[0] = none ? 0 : sumR / sum;
        slope[1] = none ? 0 : sumAlpha / sum;
        slope[2] = none ? 0 : sumS / sum;
        slope[3] = none ? 0 : sumBeta / sum;
    }

    private double end(double order, double from, double whole) {
        double high = whole;
        if (drop(order, from, high) <= 1.5 * TAIL) {
            return high;
        }
        double low = 0;
        while (drop(order, from, high) > 1.5 * TAIL) {
            double middle = (low + high) / 2;
            if (drop(order, from, middle) < TAIL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** By how much the logarithm of the integrand has fallen at w. */
    private double drop(double order, double from, double w) {
        double y = (lesser + from) * (Math.exp(w) - 1);
        return order * Math.log(1 + y / (alpha + from)) + (s + 1) * Math.log(1 + y / (beta + from)) - w;
    }
}
