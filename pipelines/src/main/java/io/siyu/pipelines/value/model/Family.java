package io.siyu.pipelines.value.model;

import java.util.List;

/** The models of orders, by what they hold of leaving. */
public enum Family {
    /** Nobody leaves. */
    NBD("NBD", List.of("r", "alpha")),
    /** Leaves after a repeat purchase, by a probability of his own. */
    BG_NBD("BG/NBD", List.of("r", "alpha", "a", "b")),
    /** The same, after the first purchase too. */
    MBG_NBD("MBG/NBD", List.of("r", "alpha", "a", "b")),
    /** Leaves at any moment, at a rate of his own. */
    PARETO_NBD("Pareto/NBD", List.of("r", "alpha", "s", "beta"));

    private final String label;
    private final List<String> parameters;

    Family(String label, List<String> parameters) {
        this.label = label;
        this.parameters = parameters;
    }

    /** As people write it: {@code BG/NBD}. */
    public String label() {
        return label;
    }

    /** Names of the parameters, all positive; {@code alpha} and {@code beta} have the unit of time, the others none. */
    public List<String> parameters() {
        return parameters;
    }

    /** @param parameters in the order of {@link #parameters()} */
    public OrderModel model(double... parameters) {
        double[] p = checked(parameters);
        return switch (this) {
            case NBD -> new Nbd(p[0], p[1]);
            case BG_NBD -> new GeometricNbd(p[0], p[1], p[2], p[3], 0);
            case MBG_NBD -> new GeometricNbd(p[0], p[1], p[2], p[3], 1);
            case PARETO_NBD -> new ParetoNbd(p[0], p[1], p[2], p[3]);
        };
    }

    /** The log-density of a history; equal constants are left out of all families, so that they compare. */
    public double logDensity(History history, double... parameters) {
        return density(checked(parameters), history.x()).at(history, new double[parameters.length]);
    }

    Density density(double[] p, int most) {
        return switch (this) {
            case NBD -> new NbdDensity(p, most);
            case BG_NBD -> new GeometricDensity(p, 0, most);
            case MBG_NBD -> new GeometricDensity(p, 1, most);
            case PARETO_NBD -> new ParetoDensity(p, most);
        };
    }

    /** Where to begin, as logarithms: customers who buy every now and then, seldom, or often, and leave slowly, soon or hardly ever. */
    double[][] starts(double time) {
        double[][] starts = {{1, time / 4, 1, 3}, {0.3, time / 8, 0.5, 1}, {2, time / 2, 0.5, 8}};
        double[][] logs = new double[starts.length][parameters.size()];
        for (int i = 0; i < starts.length; i++) {
            for (int p = 0; p < parameters.size(); p++) {
                boolean rate = this == PARETO_NBD && p == 3;
                logs[i][p] = Math.log(starts[i][p] * (rate ? time / 4 : 1));
            }
        }
        return logs;
    }

    private double[] checked(double[] given) {
        boolean fits = given.length == parameters.size();
        for (double value : given) {
            fits &= value > 0 && value < Double.POSITIVE_INFINITY;
        }
        if (!fits) {
            throw io.siyu.warehouse.Problems.invalid(
                    "parameters", "of " + label, java.util.Arrays.toString(given), "positive " + parameters);
        }
        return given.clone();
    }
}
