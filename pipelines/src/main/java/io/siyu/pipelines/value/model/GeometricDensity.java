package io.siyu.pipelines.value.model;

/**
 * The likelihoods of BG/NBD (Fader, Hardie and Lee 2005, in the stable form of Hardie's note 027) and MBG/NBD (Batislam, Denizel and
 * Filiztekin 2007): a customer leaves after a purchase with a probability of his own, in the second already after the first.
 */
final class GeometricDensity implements Density {
    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    private final int chances;
    private final Rising rising;
    private final double[] stays;
    private final double[] slopeA;
    private final double[] slopeB;

    /** @param chances how many purchases more than x a customer may have left after: 0 in BG/NBD, 1 in MBG/NBD */
    GeometricDensity(double[] parameters, int chances, int most) {
        this.r = parameters[0];
        this.alpha = parameters[1];
        this.a = parameters[2];
        this.b = parameters[3];
        this.chances = chances;
        this.rising = new Rising(r, most);
        int size = most + chances + 1;
        this.stays = new double[size];
        this.slopeA = new double[size];
        this.slopeB = new double[size];
        for (int j = 0; j + 1 < size; j++) {
            double all = a + b + j;
            stays[j + 1] = stays[j] - Math.log1p(a / (b + j));
            slopeA[j + 1] = slopeA[j] - a / all;
            slopeB[j + 1] = slopeB[j] + b * a / ((b + j) * all);
        }
    }

    @Override
    public double at(History h, double[] slope) {
        int n = h.x() + chances;
        double order = r + h.x();
        double logAge = Math.log1p(h.age() / alpha);
        double logRecency = Math.log1p(h.recency() / alpha);
        double here = -order * logAge;
        double gone = n == 0 ? Double.NEGATIVE_INFINITY : Math.log(a / (b + n - 1)) - order * logRecency;
        double left = Logs.share(gone, here);
        slope[0] = r * (rising.slope(h.x()) - (1 - left) * logAge - left * logRecency);
        slope[1] = r - order * alpha * ((1 - left) / (alpha + h.age()) + left / (alpha + h.recency()));
        slope[2] = slopeA[n] + left;
        slope[3] = slopeB[n] - (n == 0 ? 0 : left * b / (b + n - 1));
        return rising.log(h.x()) - h.x() * Math.log(alpha) + stays[n] + Logs.add(here, gone);
    }
}
