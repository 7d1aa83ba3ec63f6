package io.siyu.pipelines.value.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A family fitted to cells by maximum likelihood.
 *
 * @param parameters in the order of {@link Family#parameters()}
 * @param errors their standard errors by the delta method; NaN when the likelihood has no strict maximum
 * @param logCovariance covariance of the logarithms of the parameters; empty when there are no errors
 * @param logLikelihood comparable between families fitted to the same cells in the same unit of time
 * @param converged whether the likelihood has a strict maximum here
 * @param cells distinct histories; the cost of an evaluation grows with them
 */
public record Fit(
        Family family,
        List<Double> parameters,
        List<Double> errors,
        List<List<Double>> logCovariance,
        double logLikelihood,
        boolean converged,
        int cells,
        int evaluations) {

    private static final int MANY = 2_000;

    /** Of the mean age, that times are rounded to where there are many histories. */
    private static final int PARTS = 16;

    /** Fits; never throws because a likelihood is flat. There must be at least one customer. */
    public static Fit of(Family family, Cells cells) {
        Optimum top = top(family, cells);
        List<Double> parameters = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < top.theta().length; i++) {
            double parameter = Math.exp(top.theta()[i]);
            parameters.add(parameter);
            errors.add(top.isStrict() ? parameter * Math.sqrt(top.covariance()[i][i]) : Double.NaN);
        }
        return new Fit(
                family,
                List.copyOf(parameters),
                List.copyOf(errors),
                top.logCovariance(),
                top.value(),
                top.isStrict(),
                cells.size(),
                top.evaluations());
    }

    /** Where there are many histories, the starts climb over few that are like them, and from their top it is but steps to that of all. */
    private static Optimum top(Family family, Cells cells) {
        double age = meanAge(List.of(cells));
        double[][] starts = family.starts(age);
        Climb climb = new Climb(Likelihood.of(family, cells));
        if (cells.size() <= MANY) {
            return climb.from(starts);
        }
        Cells few = cells.rounded(age / PARTS);
        double[] start = new Climb(Likelihood.of(family, few)).from(starts).theta();
        Optimum near = climb.near(start);
        return near.isStrict() ? near : climb.from(new double[][] {start});
    }

    /** What it says of days to come. */
    public OrderModel model() {
        return family.model(parameters.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static double meanAge(Iterable<Cells> groups) {
        double sum = 0;
        double customers = 0;
        for (Cells cells : groups) {
            for (int i = 0; i < cells.size(); i++) {
                sum += cells.count(i) * cells.history(i).age();
            }
            customers += cells.customers();
        }
        return Math.max(sum / customers, 1e-6);
    }
}
