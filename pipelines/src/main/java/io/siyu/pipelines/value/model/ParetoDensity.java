package io.siyu.pipelines.value.model;

/** The likelihood of Pareto/NBD (Schmittlein, Morrison and Colombo 1987): lives are exponential with a gamma mixture of rates. */
final class ParetoDensity implements Density {
    private final double[] parameters;
    private final Rising rising;
    private final LifetimeIntegral integral;

    ParetoDensity(double[] parameters, int most) {
        this.parameters = parameters.clone();
        this.rising = new Rising(parameters[0], most);
        this.integral = new LifetimeIntegral(parameters);
    }

    @Override
    public double at(History h, double[] slope) {
        double r = parameters[0];
        double alpha = parameters[1];
        double s = parameters[2];
        double beta = parameters[3];
        integral.take(h);
        double order = r + h.x();
        double logAlpha = Math.log(alpha + h.age());
        double logBeta = Math.log(beta + h.age());
        double here = -order * logAlpha - s * logBeta;
        double gone = Math.log(s) + integral.log;
        double left = Logs.share(gone, here);
        double[] lost = integral.slope;
        slope[0] = r * (rising.slope(h.x()) + Math.log(alpha) - (1 - left) * logAlpha + left * lost[0]);
        slope[1] = r + alpha * (-(1 - left) * order / (alpha + h.age()) + left * lost[1]);
        slope[2] = s * (Math.log(beta) - (1 - left) * logBeta + left * (1 / s + lost[2]));
        slope[3] = s + beta * (-(1 - left) * s / (beta + h.age()) + left * lost[3]);
        return rising.log(h.x()) + r * Math.log(alpha) + s * Math.log(beta) + Logs.add(here, gone);
    }
}
