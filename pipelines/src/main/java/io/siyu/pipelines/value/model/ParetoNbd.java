package io.siyu.pipelines.value.model;

/**
 * Pareto/NBD: rates of purchase are gamma (shape r, rate α), rates of leaving are gamma (shape s, rate β).
 */
record ParetoNbd(double r, double alpha, double s, double beta) implements OrderModel {
    private static final Legendre FINE = new Legendre(64);

    @Override
    public double alive(History h) {
        LifetimeIntegral integral = new LifetimeIntegral(new double[] {r, alpha, s, beta});
        integral.take(h);
        double here = -(r + h.x()) * Math.log(alpha + h.age()) - s * Math.log(beta + h.age());
        return Logs.share(here, Math.log(s) + integral.log);
    }

    @Override
    public double expected(double time) {
        double steps = Math.log1p(time / beta);
        double slower = s - 1;
        double span = Math.abs(slower * steps) < 1e-12 ? steps : -Math.expm1(-slower * steps) / slower;
        return r / alpha * beta * span;
    }

    @Override
    public ParetoNbd after(History h) {
        return new ParetoNbd(r + h.x(), alpha + h.age(), s, beta + h.age());
    }

    /** A mixture over the moment at which the customer leaves, or of staying for all of the time. */
    @Override
    public double[] counts(double time, int most) {
        double stays = Math.exp(-s * Math.log1p(time / beta));
        double[] at = new NegativeBinomial(r, alpha, time).upTo(most);
        for (int n = 0; n <= most; n++) {
            at[n] *= stays;
        }
        double lesser = Math.min(alpha, beta);
        double end = Math.log(1 + time / lesser);
        for (int i = 0; i < FINE.size(); i++) {
            double y = lesser * (Math.exp(end * FINE.point(i)) - 1);
            double leaves = s / (beta + y) * Math.exp(-s * Math.log(1 + y / beta));
            double weight = FINE.weight(i) * end * (lesser + y) * leaves;
            double[] before = new NegativeBinomial(r, alpha, y).upTo(most);
            for (int n = 0; n <= most; n++) {
                at[n] += weight * before[n];
            }
        }
        return at;
    }

    /** DERT, the discounted purchase days of all the future: Fader, Hardie and Lee (2005), equation 3, by quadrature of Tricomi's function. */
    @Override
    public double discounted(History history, double horizon, double rate) {
        if (horizon < Double.POSITIVE_INFINITY) {
            return OrderModel.super.discounted(history, horizon, rate);
        }
        ParetoNbd next = after(history);
        double z = rate * next.beta;
        double end = Math.log1p(45 / z);
        double sum = 0;
        for (int i = 0; i < FINE.size(); i++) {
            double w = end * FINE.point(i);
            sum += FINE.weight(i) * Math.exp(-z * Math.expm1(w) + (1 - s) * w);
        }
        return alive(history) * next.r / next.alpha * next.beta * sum * end;
    }
}
