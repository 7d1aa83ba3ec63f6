package io.siyu.pipelines.value.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A family fitted with covariates that do not change with time, after Fader and Hardie (2007) and in CLVTools' signs: a customer with
 * covariates z buys with α·exp(−γ_trans·z), and leaves with β·exp(−γ_life·z) in Pareto/NBD, a and b times exp(γ_life·z) in the
 * geometric families.
 *
 * @param parameters of a customer whose covariates are all 0, in the order of {@link Family#parameters()}
 * @param leaving γ_life, one per covariate; empty for NBD
 * @param buying γ_trans, one per covariate
 * @param errors standard errors of all of these, one after the other; NaN when the likelihood has no strict maximum
 * @param covariance of the logarithms of the parameters, γ_life and γ_trans, in this order; empty when there are no errors
 */
public record CovariateFit(
        Family family,
        List<Double> parameters,
        List<Double> leaving,
        List<Double> buying,
        List<Double> errors,
        List<List<Double>> covariance,
        double logLikelihood,
        boolean converged) {

    /** @param cells customers by the values of their covariates, all lists of one length */
    public static CovariateFit of(Family family, Map<List<Double>, Cells> cells) {
        Map<List<Double>, Cells> sorted = new TreeMap<>(CovariateFit::compare);
        sorted.putAll(cells);
        int covariates = sorted.keySet().iterator().next().size();
        List<Likelihood.Group> groups = new ArrayList<>();
        sorted.forEach((z, group) -> groups.add(new Likelihood.Group(group, design(family, z))));
        Likelihood likelihood = new Likelihood(family::density, groups);
        double[][] starts = family.starts(Fit.meanAge(sorted.values()));
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Arrays.copyOf(starts[i], likelihood.size());
        }
        Optimum top = new Climb(likelihood).from(starts);
        int base = family.parameters().size();
        List<Double> at = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < likelihood.size(); i++) {
            double value = i < base ? Math.exp(top.theta()[i]) : top.theta()[i];
            at.add(value);
            errors.add(top.isStrict() ? (i < base ? value : 1) * Math.sqrt(top.covariance()[i][i]) : Double.NaN);
        }
        int life = likelihood.size() - base - covariates;
        return new CovariateFit(
                family,
                List.copyOf(at.subList(0, base)),
                List.copyOf(at.subList(base, base + life)),
                List.copyOf(at.subList(base + life, at.size())),
                List.copyOf(errors),
                top.logCovariance(),
                top.value(),
                top.isStrict());
    }

    /** The model of a customer with these covariates. */
    public OrderModel model(List<Double> z) {
        return family.model(
                parameters(z).stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The parameters of a customer with these covariates. */
    public List<Double> parameters(List<Double> z) {
        double[][] design = design(family, z);
        List<Double> at = new ArrayList<>();
        for (int p = 0; p < design.length; p++) {
            double log = Math.log(parameters.get(p));
            for (int k = 0; k < leaving.size(); k++) {
                log += design[p][design.length + k] * leaving.get(k);
            }
            for (int k = 0; k < buying.size(); k++) {
                log += design[p][design.length + leaving.size() + k] * buying.get(k);
            }
            at.add(Math.exp(log));
        }
        return at;
    }

    /** Covariance of the logarithms of these parameters; empty when there are no errors. */
    public List<List<Double>> logCovariance(List<Double> z) {
        double[][] design = design(family, z);
        List<List<Double>> rows = new ArrayList<>();
        for (int p = 0; p < (covariance.isEmpty() ? 0 : design.length); p++) {
            List<Double> row = new ArrayList<>();
            for (double[] other : design) {
                double sum = 0;
                for (int k = 0; k < other.length; k++) {
                    for (int l = 0; l < other.length; l++) {
                        sum += design[p][k] * covariance.get(k).get(l) * other[l];
                    }
                }
                row.add(sum);
            }
            rows.add(row);
        }
        return rows;
    }

    private static double[][] design(Family family, List<Double> z) {
        int base = family.parameters().size();
        int life = family == Family.NBD ? 0 : z.size();
        double[][] design = new double[base][base + life + z.size()];
        for (int p = 0; p < base; p++) {
            design[p][p] = 1;
        }
        for (int k = 0; k < z.size(); k++) {
            design[1][base + life + k] = -z.get(k);
            if (family == Family.PARETO_NBD) {
                design[3][base + k] = -z.get(k);
            } else if (family != Family.NBD) {
                design[2][base + k] = z.get(k);
                design[3][base + k] = z.get(k);
            }
        }
        return design;
    }

    private static int compare(List<Double> a, List<Double> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = Double.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
