package io.siyu.pipelines.value.model;

import org.apache.commons.math3.special.Gamma;

/**
 * The log-likelihood of {@link GammaGamma}; θ is the logarithms of p, q and γ. Cells stand by their purchases: what depends on these
 * alone is computed once for all cells of as many.
 */
final class SpendLikelihood implements Objective {
    private final SpendCells cells;

    SpendLikelihood(SpendCells cells) {
        this.cells = cells;
    }

    @Override
    public int size() {
        return 3;
    }

    @Override
    public double weight() {
        return cells.customers();
    }

    @Override
    public double at(double[] theta, double[] slope) {
        double p = Math.exp(theta[0]);
        double q = Math.exp(theta[1]);
        double gamma = Math.exp(theta[2]);
        double logGammaQ = Gamma.logGamma(q);
        double psiQ = Gamma.digamma(q);
        double sum = 0;
        java.util.Arrays.fill(slope, 0);
        int purchases = 0;
        double shape = 0;
        double logBeta = 0;
        double psi = 0;
        double psiShape = 0;
        for (int i = 0; i < cells.size(); i++) {
            int n = cells.spend(i).purchases();
            if (n != purchases) {
                purchases = n;
                shape = p * n;
                logBeta = Gamma.logGamma(shape + q) - Gamma.logGamma(shape) - logGammaQ;
                psi = Gamma.digamma(shape + q);
                psiShape = Gamma.digamma(shape);
            }
            double total = n * cells.spend(i).mean();
            double count = cells.count(i);
            double logAll = Math.log(gamma + total);
            sum += count
                    * (logBeta
                            + q * (theta[2] - logAll)
                            + shape * (Math.log(total) - logAll)
                            - Math.log(cells.spend(i).mean()));
            slope[0] += count * shape * (psi - psiShape + Math.log(total) - logAll);
            slope[1] += count * q * (psi - psiQ + theta[2] - logAll);
            slope[2] += count * (q - (shape + q) * gamma / (gamma + total));
        }
        return sum;
    }
}
