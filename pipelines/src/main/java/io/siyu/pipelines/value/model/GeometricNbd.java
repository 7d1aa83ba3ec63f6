package io.siyu.pipelines.value.model;

/**
 * BG/NBD and MBG/NBD: rates are gamma (shape r, rate α), and after a purchase a customer leaves with a probability that is beta (a,
 * b). Expectations are summed over the purchases that could be made, each weighed by the probability that the customer is still there
 * to make it: all terms are positive, and a = 1, where the textbook formula divides by zero, is a value like any other.
 *
 * @param chances 0 in BG/NBD; 1 in MBG/NBD, where a customer may leave after the first purchase too
 */
record GeometricNbd(double r, double alpha, double a, double b, int chances) implements OrderModel {
    private static final double SMALL = 1e-17;

    @Override
    public double alive(History h) {
        int n = h.x() + chances;
        return n == 0 ? 1 : 1 / (1 + a / (b + n - 1) * Math.exp((r + h.x()) * fewer(h)));
    }

    private double fewer(History h) {
        return Math.log((alpha + h.age()) / (alpha + h.recency()));
    }

    @Override
    public double expected(double time) {
        return chances == 0 ? restarted(time) : b / (a + b) * new GeometricNbd(r, alpha, a, b + 1, 0).restarted(time);
    }

    /** A customer with this history who is still there: the next purchase is made, then he may leave. */
    @Override
    public GeometricNbd after(History h) {
        return new GeometricNbd(r + h.x(), alpha + h.age(), a, b + h.x() + chances, 0);
    }

    private double restarted(double time) {
        double z = time / (alpha + time);
        double log = r * Math.log1p(-z);
        double there = 1;
        double made = 0;
        double sum = 0;
        double last = 1;
        for (int k = 0; k < r * time / alpha || last > SMALL * sum; k++) {
            log += Math.log((r + k) / (k + 1) * z);
            made += there;
            there *= (b + k) / (a + b + k);
            last = Math.exp(log) * made;
            sum += last;
            if (z == 0) {
                return 0;
            }
        }
        return sum;
    }

    @Override
    public double[] counts(double time, int most) {
        NegativeBinomial orders = new NegativeBinomial(r, alpha, time);
        double[] at = orders.upTo(most);
        double stays = chances == 0 ? 1 : b / (a + b);
        double leaves = chances == 0 ? 0 : a / (a + b);
        for (int n = 0; n <= most; n++) {
            at[n] = at[n] * stays + leaves * orders.from(n);
            int k = n + chances;
            leaves = stays * a / (a + b + k);
            stays *= (b + k) / (a + b + k);
        }
        return at;
    }
}
