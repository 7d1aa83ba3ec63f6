package io.siyu.pipelines.value.model;

/** The likelihood of the NBD model, nobody ever leaves: Ehrenberg (1959); in the form of histories x, T. */
final class NbdDensity implements Density {
    private final double r;
    private final double alpha;
    private final Rising rising;

    NbdDensity(double[] parameters, int most) {
        this.r = parameters[0];
        this.alpha = parameters[1];
        this.rising = new Rising(r, most);
    }

    @Override
    public double at(History h, double[] slope) {
        double log = -Math.log1p(h.age() / alpha);
        slope[0] = r * (rising.slope(h.x()) + log);
        slope[1] = r - (r + h.x()) * alpha / (alpha + h.age());
        return rising.log(h.x()) + r * log - h.x() * Math.log(alpha + h.age());
    }
}
