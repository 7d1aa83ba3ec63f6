package io.siyu.pipelines.value.model;

import java.util.List;

/**
 * {@link GammaGamma} fitted by maximum likelihood.
 *
 * @param errors standard errors of p, q and γ by the delta method; NaN when the likelihood has no strict maximum
 * @param logCovariance covariance of the logarithms of p, q and γ; empty when there are no errors
 * @param customers how many customers it was fitted on
 */
public record SpendFit(
        GammaGamma model,
        List<Double> errors,
        List<List<Double>> logCovariance,
        double logLikelihood,
        boolean converged,
        double customers) {

    /** Fits; there must be at least one customer. */
    public static SpendFit of(SpendCells cells) {
        double mean = cells.mean();
        double[][] starts = {start(1, 2, mean), start(5, 3, mean), start(2, 1.5, mean)};
        Optimum top = new Climb(new SpendLikelihood(cells)).from(starts);
        double[] at = new double[3];
        Double[] errors = new Double[3];
        for (int i = 0; i < 3; i++) {
            at[i] = Math.exp(top.theta()[i]);
            errors[i] = top.isStrict() ? at[i] * Math.sqrt(top.covariance()[i][i]) : Double.NaN;
        }
        GammaGamma model = new GammaGamma(at[0], at[1], at[2]);
        return new SpendFit(
                model, List.of(errors), top.logCovariance(), top.value(), top.isStrict(), cells.customers());
    }

    private static double[] start(double p, double q, double mean) {
        return new double[] {Math.log(p), Math.log(q), Math.log(mean * (q - 1) / p)};
    }
}
