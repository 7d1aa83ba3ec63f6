package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.model.GammaGamma;
import io.siyu.pipelines.value.model.SpendCells;
import io.siyu.pipelines.value.model.SpendFit;
import java.io.Serializable;
import java.util.List;

/**
 * What a purchase day of a customer is expected to come to: {@code p (γ + spent) / (p days + q - 1)}, all purchase days counted, the
 * first too, so that a single basket says something, but little. Where spend cannot be fitted, p = 1, q = 2 and γ the mean of
 * all: as if the customer had had one more purchase day, of the mean.
 *
 * @param gamma fen
 * @param logCovariance of the logarithms of p, q and γ; empty when they have no errors
 */
record SpendRule(double p, double q, double gamma, List<List<Double>> logCovariance) implements Serializable {
    /** With fewer customers who have spent nothing is fitted. */
    private static final int LEAST_CUSTOMERS = 20;

    static SpendRule of(SpendCells cells) {
        if (cells.customers() >= LEAST_CUSTOMERS) {
            SpendFit fit = SpendFit.of(cells);
            GammaGamma fitted = fit.model();
            boolean usable = fitted.hasMean()
                    && Double.isFinite(fitted.q())
                    && Double.isFinite(fitted.gamma())
                    && Double.isFinite(fitted.p())
                    && fitted.gamma() > 0;
            if (usable) {
                return new SpendRule(fitted.p(), fitted.q(), fitted.gamma(), fit.logCovariance());
            }
        }
        double none = 0;
        double error = 1 / Math.max(1, cells.customers());
        return new SpendRule(
                1,
                2,
                cells.mean(),
                List.of(List.of(none, none, none), List.of(none, none, none), List.of(none, none, error)));
    }

    /** As a model of a purchase day, all purchase days counted. */
    GammaGamma model() {
        return new GammaGamma(p, q, gamma);
    }

    /** Expected fen of a purchase day after {@code days} of them with {@code fen} in all; what is below 0 counts as 0. */
    double perDay(int days, double fen) {
        return p * (gamma + Math.max(0, fen)) / (p * days + q - 1);
    }
}
